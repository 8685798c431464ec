using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>
/// One radio card inside a <c>&lt;fieldset class="choices"&gt;</c>:
/// <c>&lt;choice for="Role" value="editor" label-key="…" hint-key="…" /&gt;</c>. The first card of a group carries the field's id.
/// </summary>
[HtmlTargetElement("choice", Attributes = "for,value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceTagHelper(Localiser localiser) : ControlTagHelper(localiser)
{
    public required string Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Control();
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "radio";
        input.Attributes["id"] = IsFirst(control) ? control.Id : FormControl.IdOf($"{control.Name}.{Value}");
        input.Attributes["name"] = control.Name;
        input.Attributes["value"] = Value;
        if (string.Equals(control.Value, Value, StringComparison.OrdinalIgnoreCase))
        {
            input.Attributes["checked"] = "checked";
        }

        control.Describe(input, hasHint: false);
        FormControl.Take(output, input);

        var words = FormControl.Part("span", null, LabelText ?? Value);
        AddHint(words);

        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "choice");
        output.Content.SetHtmlContent(input);
        output.Content.AppendHtml(words);
    }

    // The error summary links to the field's id, which has to exist exactly once.
    private bool IsFirst(FormControl control) => ViewContext.HttpContext.Items.TryAdd(("choice", control.Name), true);
}
