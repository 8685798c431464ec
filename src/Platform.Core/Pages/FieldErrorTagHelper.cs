using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>The error of a field that is written by hand or of a group of choices: <c>&lt;field-error for="Role" /&gt;</c>. Nothing when there is none.</summary>
[HtmlTargetElement("field-error", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldErrorTagHelper(Localiser localiser) : TagHelper
{
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.Clear();
        if (new FormControl(For, ViewContext, localiser).ErrorPart() is { } part)
        {
            output.Content.SetHtmlContent(part);
        }
    }
}
