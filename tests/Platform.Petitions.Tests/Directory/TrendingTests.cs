using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Directory;

/// <summary>In a world of its own: large counts push other tests' petitions off the front page.</summary>
public sealed class TrendingTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task What_grows_most_since_yesterday_comes_first_and_who_left_is_not_growth()
    {
        var old = await world.CampaignAsync(with: c => c.Title = "Big and still");
        var steady = await world.CampaignAsync(with: c => c.Title = "Steady one");
        var rising = await world.CampaignAsync(with: c => c.Title = "Rising one");
        await world.ConfirmedSignersAsync(old, 900);
        await world.ConfirmedSignersAsync(steady, 1_290);
        await world.YesterdayAsync(old, 900);
        await world.YesterdayAsync(steady, 90);
        await world.YesterdayAsync(rising, 0);
        await world.ConfirmedSignersAsync(rising, 1_500);
        await world.SampleAsync();

        var page = await world.Visitor().GetAsync("/");
        Assert.Equal(["Rising one", "Steady one"], Titles(page));
        Assert.Contains("1,500 since yesterday", page.One("[aria-labelledby=trending]")!, StringComparison.Ordinal);

        await world.SetCountAsync(rising, 1_100);
        Assert.Equal(["Steady one", "Rising one"], Titles(await world.Visitor().GetAsync("/")));

        static IEnumerable<string> Titles(Platform.Testing.Hosts.Page page) =>
            page.Html.QuerySelectorAll("[aria-labelledby=trending] h3").Select(h => h.TextContent).Where(t => t is "Rising one" or "Steady one" or "Big and still");
    }
}
