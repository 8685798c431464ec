using System.Net;
using System.Text.RegularExpressions;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Web.Tests.Style;

public sealed partial class HouseStyleTests(TestHost host) : IClassFixture<TestHost>
{
    public static TheoryData<string> Pages => ["/style", "/style/campaign", "/style/campaign?lang=fa", "/style/desk", "/style/queue", "/style/form"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_carries_inline_style_or_script(string address)
    {
        var page = await host.Visitor().GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Html.QuerySelectorAll("[style], style, script:not([src]), [onclick], [onsubmit]"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_class_on_a_page_exists_in_the_stylesheet(string address)
    {
        var visitor = host.Visitor();
        var sheet = (await visitor.GetAsync("/css/site.css")).Source;
        var known = ClassName().Matches(sheet).Select(match => match.Groups[1].Value).ToHashSet();

        var used = (await visitor.GetAsync(address)).Html.QuerySelectorAll("[class]").SelectMany(element => element.ClassList).ToHashSet();

        Assert.Empty(used.Except(known));
    }

    [Fact]
    public async Task The_stylesheet_asks_no_other_host_and_everything_it_names_is_there_and_kept()
    {
        var visitor = host.Visitor();
        var sheet = (await visitor.GetAsync("/css/site.css")).Source;
        var named = Url().Matches(sheet).Select(match => match.Groups[1].Value).Where(url => !url.StartsWith("data:", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, url => Assert.StartsWith("../", url, StringComparison.Ordinal));
        foreach (var url in named)
        {
            using var file = await visitor.RawAsync(url[2..]);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.Equal(TimeSpan.FromDays(7), file.Headers.CacheControl?.MaxAge);
        }
    }

    [GeneratedRegex(@"\.(-?[a-zA-Z_][\w-]*)")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"url\(""?([^"")]+)""?\)")]
    private static partial Regex Url();
}
