using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>
/// Links between the pages of a list: <c>&lt;pager page="2" of="7" /&gt;</c>. They keep the address's other values and
/// change <c>page</c>. Nothing when there is one page.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper(Localiser localiser) : TagHelper
{
    private const int Around = 2;

    public int Page { get; set; } = 1;

    public int Of { get; set; } = 1;

    [HtmlAttributeNotBound, Microsoft.AspNetCore.Mvc.ViewFeatures.ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Content.Clear();
        if (Of < 2)
        {
            output.TagName = null;
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pages");
        output.Attributes.SetAttribute("aria-label", localiser["common.page-of", ("page", Page), ("pages", Of)]);
        Step(output, Page - 1, "prev", "common.previous");
        var last = 0;
        foreach (var page in Enumerable.Range(1, Of).Where(page => page == 1 || page == Of || Math.Abs(page - Page) <= Around))
        {
            if (page > last + 1)
            {
                output.Content.AppendHtml(FormControl.Part("span", "gap", "…"));
            }

            output.Content.AppendHtml(page == Page ? Current() : Link(page, localiser.Formats.Number(page)));
            last = page;
        }

        Step(output, Page + 1, "next", "common.next");
    }

    private void Step(TagHelperOutput output, int page, string rel, string key)
    {
        if (page >= 1 && page <= Of)
        {
            var link = Link(page, localiser[key]);
            link.Attributes["rel"] = rel;
            output.Content.AppendHtml(link);
        }
    }

    private TagBuilder Current()
    {
        var part = FormControl.Part("span", null, localiser.Formats.Number(Page));
        part.Attributes["aria-current"] = "page";
        return part;
    }

    private TagBuilder Link(int page, string text)
    {
        var request = ViewContext.HttpContext.Request;
        var values = request.Query
            .Where(value => value.Key != "page")
            .SelectMany(value => value.Value, (value, one) => KeyValuePair.Create(value.Key, one));
        if (page > 1)
        {
            values = values.Append(KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture)));
        }

        var link = FormControl.Part("a", null, text);
        link.Attributes["href"] = QueryHelpers.AddQueryString(request.PathBase + request.Path, values);
        return link;
    }
}
