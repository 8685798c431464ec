using System.Net;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Voices;

/// <summary>Reasons that readers thank for.</summary>
public sealed class VoiceTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task One_press_thanks_once_for_each_browser_without_a_cookie()
    {
        var address = await SpokenAsync("Said first.", "Said last.");
        var (one, other) = (Browser("One"), Browser("Other"));
        var page = await one.GetAsync(address);
        Assert.Equal("", page.One("#reason-1 [role=status]"));

        foreach (var visitor in new[] { one, one, other })
        {
            var after = await visitor.SubmitAsync(page, "#reason-1 form");
            Assert.Equal(address + "/reasons", after.Address.AbsolutePath);
            Assert.Equal("Said first.", after.One(".voices li:first-child blockquote"));
            Assert.False(after.Response.Headers.Contains("Set-Cookie"));
        }

        page = await one.GetAsync(address);
        Assert.Equal(("2 thanks", ""), (page.One("#reason-1 [role=status]"), page.One("#reason-2 [role=status]")));
    }

    [Fact]
    public async Task The_most_thanked_come_first_where_that_is_asked_for()
    {
        var address = await SpokenAsync("One.", "Two.", "Three.");
        foreach (var (browser, number) in new[] { ("a", 2), ("b", 2), ("a", 1) })
        {
            await Browser(browser).SubmitAsync(await world.Visitor().GetAsync(address), $"#reason-{number} form");
        }

        Assert.Equal(["Three.", "Two.", "One."], await QuotesAsync($"{address}/reasons"));
        Assert.Equal(["Two.", "One."], await QuotesAsync($"{address}/reasons?sort=thanks"));
    }

    [Fact]
    public async Task All_reasons_are_found_page_by_page_each_once()
    {
        var address = await SpokenAsync([.. Enumerable.Range(1, 45).Select(i => $"Reason {i}.")]);
        var seen = new List<string>();
        for (string? next = $"{address}/reasons"; next is not null;)
        {
            var page = await world.Visitor().GetAsync(next);
            seen.AddRange(page.Html.QuerySelectorAll(".voices blockquote").Select(q => q.TextContent));
            next = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(1, 45).Reverse().Select(i => $"Reason {i}."), seen);
    }

    [Fact]
    public async Task A_script_gets_the_words_to_show()
    {
        var address = await SpokenAsync("Said.");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/reasons/1/thanks?lang=fr");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Accept", "application/json");
        var answer = await world.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("""{"words":"1 merci"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_site_s_page_thanks_for_nothing()
    {
        var address = await SpokenAsync("Said.");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/reasons/1/thanks");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await world.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("", (await world.Visitor().GetAsync(address)).One("#reason-1 [role=status]"));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public async Task What_nobody_can_read_cannot_be_thanked(long number)
    {
        var address = await SpokenAsync("Said.");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().PostAsync(new Uri($"{address}/reasons/{number}/thanks", UriKind.Relative), [])).Status);
    }

    /// <summary>A campaign of which each signer said something.</summary>
    private async Task<string> SpokenAsync(params string[] reasons)
    {
        var campaign = await world.CampaignAsync();
        foreach (var reason in reasons)
        {
            await world.ConfirmedSignersAsync(campaign, 1, new SignerSpec { Reason = reason });
        }

        return world.AddressOf(campaign);
    }

    private async Task<IEnumerable<string>> QuotesAsync(string address) => (await world.Visitor().GetAsync(address)).Html.QuerySelectorAll(".voices blockquote").Select(q => q.TextContent);

    private Visitor Browser(string name)
    {
        var visitor = world.Visitor();
        visitor.Http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", name);
        return visitor;
    }
}
