using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>
/// A checkbox with its words: <c>&lt;tick for="Updates" label-key="…" hint-key="…" /&gt;</c>. What stands between the tags
/// is used as the label when there is no key. Off posts nothing, which binds to false.
/// </summary>
[HtmlTargetElement("tick", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TickTagHelper(Localiser localiser) : ControlTagHelper(localiser)
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var control = Control();
        var words = await WordsAsync(output);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = control.Id;
        input.Attributes["name"] = control.Name;
        input.Attributes["value"] = "true";
        if (IsOn(control))
        {
            input.Attributes["checked"] = "checked";
        }

        control.Describe(input, hasHint: false);
        FormControl.Take(output, input);

        output.TagName = "label";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"tick {output.Attributes["class"]?.Value}".TrimEnd());
        output.Content.SetHtmlContent(input);
        output.Content.AppendHtml(words);
        if (control.ErrorPart() is { } error)
        {
            // A label holds phrasing content only.
            error = FormControl.Part("span", "field__error", control.Error!);
            error.Attributes["id"] = control.Id + "-error";
            output.Content.AppendHtml(error);
        }
    }

    // After a post an unticked box is absent from the model state, and the model already says false.
    private bool IsOn(FormControl control) =>
        control.Typed is { } typed ? typed.Split(',')[0].Equals("true", StringComparison.OrdinalIgnoreCase) : For.Model is true;

    private async Task<TagBuilder> WordsAsync(TagHelperOutput output)
    {
        var words = new TagBuilder("span");
        if (LabelText is { } text)
        {
            words.InnerHtml.Append(text);
        }
        else
        {
            words.InnerHtml.AppendHtml((IHtmlContent)await output.GetChildContentAsync());
        }

        AddHint(words);

        return words;
    }
}
