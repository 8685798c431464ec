using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Directory;

/// <summary>Lists by what happened lately or nearby.</summary>
public sealed class NearAndRisingTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task Near_you_lists_by_signatures_from_the_country_that_was_chosen_and_tells_no_number_below_ten()
    {
        var many = await world.CampaignAsync(with: c => c.Title = "Persimmon many");
        var some = await world.CampaignAsync(with: c => c.Title = "Persimmon some");
        var few = await world.CampaignAsync(with: c => c.Title = "Persimmon few");
        await world.ConfirmedSignersAsync(many, 30, new SignerSpec { Country = "FR" });
        await world.ConfirmedSignersAsync(some, 12, new SignerSpec { Country = "FR" });
        await world.ConfirmedSignersAsync(some, 200, new SignerSpec { Country = "CA" });
        await world.ConfirmedSignersAsync(few, 9, new SignerSpec { Country = "FR" });
        var page = await world.Visitor().GetAsync("/search?near=fr&q=persimmon");
        Assert.Equal(["Persimmon many", "Persimmon some"], Titles(page));
        Assert.Contains("12 from France", page.Text, StringComparison.Ordinal);
        Assert.Equal("FR", page.Html.QuerySelector("#near option[selected]")!.GetAttribute("value"));
        Assert.Equal(3, Titles(await world.Visitor().GetAsync("/search?near=XX&q=persimmon")).Count);
    }

    [Fact]
    public async Task Nobodys_country_is_guessed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/search");
        request.Headers.AcceptLanguage.ParseAdd("fr-FR");
        var response = await world.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(" selected", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_grows_is_listed_by_day_and_by_hour()
    {
        var steady = await world.CampaignAsync(with: c => c.Title = "Medlar steady");
        var sudden = await world.CampaignAsync(with: c => c.Title = "Medlar sudden");
        var still = await world.CampaignAsync(with: c => c.Title = "Medlar still");
        await world.ConfirmedSignersAsync(steady, 500);
        await world.ConfirmedSignersAsync(sudden, 100);
        await world.ConfirmedSignersAsync(still, 50);
        foreach (var (campaign, before, recently) in new[] { (steady, 100, 490), (sudden, 0, 20), (still, 50, 50) })
        {
            await world.HadAsync(campaign, "25 hours", before);
            await world.HadAsync(campaign, "65 minutes", recently);
        }

        Assert.Equal(["Medlar steady", "Medlar sudden"], Titles(await world.Visitor().GetAsync("/search?q=medlar&sort=rising")));
        var hour = await world.Visitor().GetAsync("/search?q=medlar&sort=rising-hour");
        Assert.Equal(["Medlar sudden", "Medlar steady"], Titles(hour));
        Assert.Contains("80 in the last hour", hour.Text, StringComparison.Ordinal);
    }

    private static List<string> Titles(Page page) => [.. page.Html.QuerySelectorAll(".petition h3").Select(h => h.TextContent)];
}
