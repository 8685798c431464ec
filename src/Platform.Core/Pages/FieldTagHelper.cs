using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>
/// A labelled input with hint and error: <c>&lt;field for="Email" label-key="…" hint-key="…" type="email" autocomplete="email" /&gt;</c>.
/// <c>rows</c> makes it a textarea, <c>options</c> a select; any other attribute goes to the control, <c>class</c> to the frame.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(Localiser localiser) : ControlTagHelper(localiser)
{
    public string? Type { get; set; }

    public int Rows { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Says "optional" after the label; fields are required unless they say so.</summary>
    public bool Optional { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Control();
        var hint = control.HintPart(HintText);
        var input = Options is not null ? Select(control) : Rows > 0 ? TextArea(control) : Input(control);
        input.Attributes["id"] = control.Id;
        input.Attributes["name"] = control.Name;
        control.Describe(input, hint is not null);
        FormControl.Take(output, input);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"field {output.Attributes["class"]?.Value}".TrimEnd());
        output.Content.Clear();
        output.Content.AppendHtml(LabelPart(control));
        foreach (var part in new[] { hint, control.ErrorPart(), input }.OfType<TagBuilder>())
        {
            output.Content.AppendHtml(part);
        }
    }

    private TagBuilder LabelPart(FormControl control)
    {
        var label = FormControl.Part("label", null, LabelText ?? "");
        label.Attributes["for"] = control.Id;
        if (Optional)
        {
            label.InnerHtml.Append(" ");
            label.InnerHtml.AppendHtml(FormControl.Part("span", "field__optional", $"({Texts["common.optional"]})"));
        }

        return label;
    }

    private TagBuilder Input(FormControl control)
    {
        var type = Type ?? DefaultType();
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        if (type is not ("password" or "file"))
        {
            input.Attributes["value"] = control.Value;
        }

        return input;
    }

    private TagBuilder TextArea(FormControl control)
    {
        var area = new TagBuilder("textarea");
        area.Attributes["rows"] = FormControl.Invariant(Rows);
        // The parser drops one line break after the opening tag; this one is given to it.
        area.InnerHtml.AppendHtml("\n");
        // Browsers send CRLF; a page that holds a written-out CR is no valid HTML.
        area.InnerHtml.Append(control.Value.ReplaceLineEndings("\n"));
        return area;
    }

    private TagBuilder Select(FormControl control)
    {
        var select = new TagBuilder("select");
        foreach (var item in Options!)
        {
            var option = FormControl.Part("option", null, item.Text);
            option.Attributes["value"] = item.Value ?? item.Text;
            if (control.Value.Length > 0 ? (item.Value ?? item.Text) == control.Value : item.Selected)
            {
                option.Attributes["selected"] = "selected";
            }

            if (item.Disabled)
            {
                option.Attributes["disabled"] = "disabled";
            }

            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private string DefaultType() => (Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType) switch
    {
        var type when type == typeof(DateOnly) => "date",
        var type when type == typeof(TimeOnly) => "time",
        _ => "text",
    };
}
