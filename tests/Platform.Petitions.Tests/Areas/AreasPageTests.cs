using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Areas;

public sealed class AreasPageTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task The_map_colours_what_the_table_names_and_nothing_else()
    {
        var page = await OpenAsync(await SignedAsync(("CA", 300), ("FR", 31), ("SG", 12), ("IR", 9), ("DE", 5)));
        Assert.Equal(["Canada300", "France31", "Singapore12", "Elsewhere14"], Rows(page));
        Assert.Equal([("CA", "path", "Canada: 300"), ("FR", "path", "France: 31"), ("SG", "circle", "Singapore: 12")], page.Html.QuerySelectorAll(".map [data-country]")
            .Select(c => (c.GetAttribute("data-country")!, c.LocalName, c.TextContent.Trim())).OrderBy(c => c.Item1, StringComparer.Ordinal));
        Assert.Equal("map__5", page.Html.QuerySelector("[data-country=CA]")!.ParentElement!.ClassName);
        Assert.Equal(["Elsewhere, or none", "10 to 19", "20 to 49", "50 to 99", "100 to 199", "200 or more"], page.Html.QuerySelectorAll(".legend li").Select(l => l.TextContent.Trim()));
    }

    [Fact]
    public async Task Who_does_not_see_it_is_told_the_gist_and_the_table_has_the_rest()
    {
        var page = await OpenAsync(await SignedAsync(("CA", 300), ("FR", 31)));
        var map = page.Html.QuerySelector(".map > svg")!;
        Assert.Equal("img", map.GetAttribute("role"));
        Assert.Equal("World map of the signatures", page.One("#" + map.GetAttribute("aria-labelledby")));
        Assert.Equal("2 countries with ten or more signers. Most signatures: Canada, 300.", page.One("#" + map.GetAttribute("aria-describedby")));
    }

    [Fact]
    public async Task It_speaks_the_readers_language_and_numbers()
    {
        var campaign = await SignedAsync(("CA", 1_300), ("IR", 31));
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign) + "/areas?lang=fa");
        Assert.Equal(("fa", "کانادا: ۱٬۳۰۰"), (page.Html.DocumentElement.GetAttribute("lang"), page.One("[data-country=CA]")));
        Assert.DoesNotMatch("[0-9]", page.One(".legend")!);
    }

    [Fact]
    public async Task All_places_stand_there_where_the_petitions_own_page_shows_the_largest()
    {
        string[] countries = ["AT", "BE", "CA", "DE", "ES", "FR", "GB", "IE", "IT", "NL"];
        var campaign = await SignedAsync([.. countries.Select((code, i) => (code, 40 - i))]);
        var glance = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal(9, Rows(glance).Count);
        var page = await world.Visitor().GetAsync(glance.Html.QuerySelector("a[href*='/areas']")!.GetAttribute("href")!);
        Assert.Equal(10, Rows(page).Count);
        Assert.DoesNotContain("Elsewhere", Rows(page)[^1], StringComparison.Ordinal);
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task One_country_has_a_table_and_no_map_and_few_signers_have_neither()
    {
        var one = await OpenAsync(await SignedAsync(("CA", 300), ("FR", 9), ("DE", 4)));
        Assert.Equal(["Canada300", "Elsewhere13"], Rows(one));
        Assert.Null(one.Html.QuerySelector(".map"));
        var few = await OpenAsync(await SignedAsync(("CA", 9)));
        Assert.Empty(Rows(few));
        Assert.NotNull(few.Html.QuerySelector(".empty"));
        Assert.Empty((await world.Visitor().GetAsync(few.Address.AbsolutePath.Replace("/areas", "", StringComparison.Ordinal))).Html.QuerySelectorAll("a[href*='/areas']"));
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Suspended)]
    [InlineData(CampaignStatus.Removed)]
    public async Task Where_no_count_is_shown_no_places_are(CampaignStatus status) =>
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(await world.CampaignAsync(status))).Status);

    private Task<Page> OpenAsync(Campaign campaign) => world.Visitor().GetAsync(world.AddressOf(campaign) + "/areas");

    private async Task<Campaign> SignedAsync(params (string Country, int Signers)[] signed)
    {
        var campaign = await world.CampaignAsync();
        foreach (var (country, signers) in signed)
        {
            await world.ConfirmedSignersAsync(campaign, signers, new SignerSpec { Country = country });
        }

        return campaign;
    }

    private static List<string> Rows(Page page) => [.. page.Html.QuerySelectorAll(".bars tbody tr").Select(row => string.Concat(row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
}
