using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Platform.Core.Pages;
using Platform.Core.Text;
using Xunit;

namespace Platform.Web.Tests.Core.Pages;

public sealed class PagerTests
{
    [Fact]
    public void One_page_needs_no_links() => Assert.Equal("", Render(1, 1, ""));

    [Fact]
    public void Far_pages_are_left_out_and_the_ends_stay()
    {
        var html = Render(6, 12, "");

        Assert.Equal(["1", "…", "4", "5", "6", "7", "8", "…", "12"], Texts(html)[1..^1]);
        Assert.Contains("<span aria-current=\"page\">6</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_searched_for_stays_in_the_links_and_the_first_page_has_no_number()
    {
        var html = Render(2, 3, "?q=a%26b&page=2&topic=x");

        Assert.Contains("href=\"/search?q=a%26b&amp;topic=x\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=a%26b&amp;topic=x&amp;page=3\" rel=\"next\"", html, StringComparison.Ordinal);
    }

    private static string Render(int page, int of, string query)
    {
        var http = new DefaultHttpContext { Request = { Path = "/search", QueryString = new QueryString(query) } };
        var pager = new PagerTagHelper(new Localiser(TestPages.Catalogue)) { Page = page, Of = of, ViewContext = new ViewContext { HttpContext = http } };
        return TestPages.Render(pager, "pager");
    }

    private static List<string> Texts(string html) =>
        [.. html.Split('<').Select(part => part[(part.IndexOf('>', StringComparison.Ordinal) + 1)..]).Where(text => text.Length > 0)];
}
