using System.Net;
using System.Text.RegularExpressions;
using Platform.Testing.Hosts;
using Platform.Web.Tests.Rules;
using Xunit;

namespace Platform.Web.Tests.Style;

public sealed partial class HouseStyleTests(TestHost host) : IClassFixture<TestHost>
{
    public static TheoryData<string> Pages => ["/style", "/style/campaign", "/style/campaign?lang=fa", "/style/desk", "/style/queue", "/style/form", "/style/more", "/style/paper", "/style/brand"];

    // What browsers and scripts put on, what pages of one kind alone wear, and what is nowhere to be seen.
    private static readonly string[] NotShown = ["js", "trap", "is-new", "is-filled", "is-open", "skip", "sign--page", "sign__all", "queue--open", "queue__back", "letter", "letter__link", "letter__source", "end", "mt-5", "mt-6", "icon", "gap"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_carries_inline_style_or_script(string address)
    {
        var page = await host.Visitor().GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Html.QuerySelectorAll("[style], body style, script:not([src]), [onclick], [onsubmit]"));
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
    public async Task Every_part_of_the_stylesheet_is_shown()
    {
        var visitor = host.Visitor();
        var sheet = Comment().Replace((await visitor.GetAsync("/css/site.css")).Source, "");
        var parts = Selector().Matches(Url().Replace(sheet, "")).SelectMany(rule => ClassName().Matches(rule.Value)).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.True(parts.Count > 100, "The stylesheet was not read.");
        foreach (var address in Pages.Select(row => row.Data))
        {
            parts.ExceptWith((await visitor.GetAsync(address)).Html.QuerySelectorAll("[class]").SelectMany(element => element.ClassList));
        }

        Assert.Empty(parts.Except(NotShown));
    }

    [Fact]
    public void No_page_wears_a_class_that_the_stylesheet_does_not_have()
    {
        var known = ClassName().Matches(string.Concat(Checkout.Lines("src/Platform.Web/wwwroot/css/site.css"))).Select(match => match.Groups[1].Value).ToHashSet();
        Rule.Holds("Use a part of the house style, or make one and show it at /style:", Checkout.Files(".cshtml")
            .SelectMany(file => Worn().Matches(string.Join('\n', Checkout.Lines(file))).SelectMany(worn => worn.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(name => (File: file, Name: name)))
            .Where(worn => !known.Contains(worn.Name)).Select(worn => $"{worn.File}: {worn.Name}"));
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

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"[^{};]+(?=\{)")]
    private static partial Regex Selector();

    // Those that no code is in.
    [GeneratedRegex(@"class=""([^""@]*)""")]
    private static partial Regex Worn();

    [GeneratedRegex(@"url\(""?([^"")]+)""?\)")]
    private static partial Regex Url();
}
