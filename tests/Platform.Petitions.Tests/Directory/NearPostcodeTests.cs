using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Directory;
using Platform.Petitions.Tests.Api;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Directory;

/// <summary>From a postcode to what was signed around it.</summary>
public sealed class NearPostcodeTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task A_postcode_of_one_country_leads_to_what_was_signed_around_it_most_first()
    {
        var (many, some, few) = (await SignedAsync("Quince many", "CA", "M", 30), await SignedAsync("Quince some", "CA", "M", 12), await SignedAsync("Quince few", "CA", "M", 9));
        await SignedAsync(some, "CA", "K", 200);

        var page = await world.Visitor().GetAsync("/search/near?near=ca&postcode=m5v+2t6&q=quince");
        Assert.Equal("/search?q=quince&near=CA-M", page.Address.PathAndQuery);
        Assert.Equal(["Quince many", "Quince some"], Titles(page));
        Assert.Contains("12 from Canada, M…", page.Text, StringComparison.Ordinal);
        Assert.Contains("postcodes in Canada that begin with M", page.Text, StringComparison.Ordinal);
        Assert.Equal("CA", page.Html.QuerySelector("#near option[selected]")!.GetAttribute("value"));
        Assert.DoesNotContain(few.Slug, page.Source, StringComparison.Ordinal);

        var data = await world.JsonAsync("/api/v1/campaigns?near=CA-M&q=quince");
        Assert.Equal(many.Id, data.GetProperty("items")[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task A_postcode_of_two_countries_asks_which()
    {
        await SignedAsync("Loquat here", "FR", "47", 20);
        await SignedAsync("Loquat there", "DE", "47", 11);
        await SignedAsync("Loquat there too", "DE", "47", 12);

        var page = await world.Visitor().GetAsync("/search/near?postcode=47000&state=open");
        Assert.Equal((HttpStatusCode.OK, "/search/near"), (page.Status, page.Address.AbsolutePath));
        Assert.Equal(
            [("/search?state=open&near=DE-47", "Germany, postcodes that begin with 47"), ("/search?state=open&near=FR-47", "France, postcodes that begin with 47")],
            page.Html.QuerySelectorAll("#areas a").Select(link => (link.GetAttribute("href"), link.TextContent)));
        Assert.Equal("47000", page.Html.QuerySelector("#postcode")!.GetAttribute("value"));
        Assert.True(page.Response.Headers.CacheControl!.NoStore);

        Assert.Equal("/search?near=FR-47", (await world.Visitor().GetAsync("/search/near?postcode=47000&near=FR")).Address.PathAndQuery);
    }

    [Theory]
    [InlineData("99999", "", "Nothing near “99999” yet")]
    [InlineData("9", "", "We do not know where “9” is")]
    [InlineData("!!", "CA", "We do not know where “!!” is")]
    [InlineData("88999", "FR", "Nothing near “88999” yet")]
    [InlineData("<script>", "", "We do not know where “<script>” is")]
    public async Task Where_nothing_is_found_the_page_says_why_and_leads_on(string postcode, string near, string words)
    {
        var page = await world.Visitor().GetAsync($"/search/near?postcode={Uri.EscapeDataString(postcode)}&near={near}");
        Assert.Equal((HttpStatusCode.OK, words), (page.Status, page.One("h1")));
        Assert.NotNull(page.Html.QuerySelector("a[href='/search']"));
        Assert.Equal(near.Length > 0, page.Html.QuerySelector($"a[href='/search?near={near}']") is not null);
    }

    [Fact]
    public async Task What_no_list_shows_is_near_nobody()
    {
        var hidden = await SignedAsync("Sorb", "PL", "31", 40);
        await world.ChangeAsync(hidden, c => c.Suspend(MoveActor.Moderator, "A question is open."));
        Assert.Equal("Nothing near “31-000” yet", (await world.Visitor().GetAsync("/search/near?postcode=31-000&near=PL")).One("h1"));
    }

    [Theory]
    [InlineData("ca-m", "CA-M")]
    [InlineData("FR", "FR")]
    [InlineData("FR-75", "FR-75")]
    [InlineData("XX-75", null)]
    [InlineData("FR-", null)]
    [InlineData("FR-7-5", null)]
    [InlineData("FR-%25", null)]
    [InlineData("FR-ABCDE", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_place_is_a_country_or_the_beginning_of_its_postcodes(string? typed, string? read) => Assert.Equal(read, NearPlace.Read(typed)?.ToString());

    private async Task<Campaign> SignedAsync(string title, string country, string region, int count) => await SignedAsync(await world.CampaignAsync(with: c => c.Title = title), country, region, count);

    private async Task<Campaign> SignedAsync(Campaign campaign, string country, string region, int count)
    {
        await world.ConfirmedSignersAsync(campaign, count, new SignerSpec { Country = country });
        await world.InDbAsync(world.Organisation.Id, db => db.Database.ExecuteSqlAsync(
            $"insert into petitions.campaign_regions (tenant_id, campaign_id, country, region, confirmed) values ({campaign.TenantId}, {campaign.Id}, {country}, {region}, {count})"));
        return campaign;
    }

    private static List<string> Titles(Page page) => [.. page.Html.QuerySelectorAll(".petition h3").Select(h => h.TextContent)];
}
