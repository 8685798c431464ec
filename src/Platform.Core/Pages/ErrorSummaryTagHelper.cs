using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>
/// Everything that is wrong with a form, above it, each line a link to its field: <c>&lt;error-summary /&gt;</c>.
/// It takes focus when the page arrives. Nothing when the form is right.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(Localiser localiser) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Content.Clear();
        var wrong = ViewContext.ViewData.ModelState
            .Where(entry => entry.Value?.Errors.Count > 0)
            .OrderBy(entry => Place(ViewContext.ViewData.ModelMetadata, entry.Key), StringComparer.Ordinal)
            .ToList();
        if (wrong.Count == 0)
        {
            output.TagName = null;
            return;
        }

        var list = new TagBuilder("ul");
        foreach (var (name, entry) in wrong)
        {
            list.InnerHtml.AppendHtml(Line(name, ErrorText.For(entry!.Errors[0], localiser)));
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.AppendHtml(FormControl.Part("h2", null, localiser["error.summary-heading"]));
        output.Content.AppendHtml(list);
    }

    // The model state has an order of its own; readers expect that of the form, which is the order of its properties.
    private static string Place(ModelMetadata model, string name)
    {
        var place = "";
        foreach (var part in name.Split('.', '['))
        {
            var index = model.Properties.TakeWhile(property => property.PropertyName != part).Count();
            place += index.ToString("D4", CultureInfo.InvariantCulture);
            model = index < model.Properties.Count ? model.Properties[index] : model;
        }

        return place;
    }

    private static TagBuilder Line(string name, string error)
    {
        var line = new TagBuilder("li");
        if (name.Length == 0)
        {
            line.InnerHtml.Append(error);
            return line;
        }

        var link = FormControl.Part("a", null, error);
        link.Attributes["href"] = "#" + FormControl.IdOf(name);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
