using System.Text.Json;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Indexing;

public sealed class PageHeadTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private const string Hostile = """</script><script>alert('1')</script><!--" & \u0022""";

    [Fact]
    public async Task A_petition_tells_what_it_is_in_the_terms_of_schema_org()
    {
        var campaign = await world.CampaignAsync(with: c => c.Translations.Add(("fr", "Ramenez Kavoos", "Rouvrez son dossier.", "Il vit ici.")));
        await world.ConfirmedSignersAsync(campaign, 12);
        var address = "http://localhost" + world.AddressOf(campaign);
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        var petition = Thing(page, "CreativeWork");
        Assert.Equal(("Bring Kavoos home", "Reopen his case and let him stay.", "en", address), (Text(petition, "headline"), Text(petition, "abstract"), Text(petition, "inLanguage"), Text(petition, "@id")));
        Assert.Equal(12, petition.GetProperty("interactionStatistic").GetProperty("userInteractionCount").GetInt64());
        Assert.Equal(("Friends of Kavoos", "http://localhost/friends-of-kavoos"), (Text(petition.GetProperty("publisher"), "name"), Text(petition.GetProperty("publisher"), "url")));
        Assert.False(petition.TryGetProperty("translationOfWork", out _));
        Assert.Equal(
            ["http://localhost/", "http://localhost/friends-of-kavoos", address],
            Thing(page, "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().Select(step => Text(step, "item")));

        var french = Thing(await world.Visitor().GetAsync(world.AddressOf(campaign) + "?lang=fr"), "CreativeWork");
        Assert.Equal(("Ramenez Kavoos", address + "?lang=fr", address), (Text(french, "headline"), Text(french, "@id"), Text(french.GetProperty("translationOfWork"), "@id")));
    }

    [Fact]
    public async Task Words_do_not_leave_the_block_of_data_they_stand_in()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await world.CampaignAsync(with: c => (c.Title, c.Demand) = (Hostile, Hostile))));
        Assert.Equal(Hostile, Text(Thing(page, "CreativeWork"), "headline"));
        Assert.Single(page.Html.QuerySelectorAll("script:not([src])"));
        Assert.Equal(Hostile, Meta(page, "og:title"));
    }

    [Fact]
    public async Task A_petition_that_is_live_by_link_only_has_a_card_and_stands_in_no_search_engine()
    {
        var page = await world.Visitor().GetAsync(world.AddressOf(await world.CampaignAsync(with: c => c.Reviewed = false)));
        Assert.Equal("noindex", Robots(page));
        Assert.Equal("Bring Kavoos home", Meta(page, "og:title"));
        Assert.Null(page.Html.QuerySelector("script[type='application/ld+json']"));
        Assert.Null(Robots(await world.Visitor().GetAsync(world.AddressOf(await world.CampaignAsync()))));
    }

    [Fact]
    public async Task A_picture_is_named_to_machines_and_other_sites_show_the_card()
    {
        var campaign = await world.CampaignAsync();
        var picture = new Picture { Width = 1200, Height = 800, UploadedBy = world.Author.Id };
        await world.InDbAsync(world.Organisation.Id, async db => db.Add(picture) is not null && await db.SaveChangesAsync() > 0);
        await world.ChangeAsync(campaign, c => c.Show(picture.Id, "Kavoos at his easel"));
        var page = await world.Visitor().GetAsync(world.AddressOf(campaign));
        Assert.Equal(("1200", "630", "Bring Kavoos home – Be the first to sign"), (Meta(page, "og:image:width"), Meta(page, "og:image:height"), Meta(page, "og:image:alt")));
        Assert.Equal("summary_large_image", page.Html.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
        Assert.Equal($"http://localhost/pictures/{picture.Id:N}", Text(Thing(page, "CreativeWork"), "image"));
    }

    [Fact]
    public async Task An_organisation_with_a_domain_of_its_own_is_known_by_it_wherever_its_pages_are_read()
    {
        var ours = new Organisation("own-house", "Own House", "fr");
        ours.UseDomain("house.example");
        await world.InDbAsync(null, async db => db.Add(ours) is not null && await db.SaveChangesAsync() > 0);
        var campaign = await world.CampaignAsync(ours, world.Author);
        foreach (var page in new[] { await world.Visitor().GetAsync($"/own-house/{campaign.Slug}"), await world.Visitor("house.example").GetAsync($"/{campaign.Slug}") })
        {
            Assert.Equal(($"http://house.example/{campaign.Slug}", $"http://house.example/{campaign.Slug}"), (Canonical(page), Meta(page, "og:url")));
        }

        var home = await world.Visitor("house.example").GetAsync("/");
        Assert.Equal(("http://house.example/", "Own House"), (Canonical(home), Text(Thing(home, "Organization"), "name")));
        Assert.Equal(
            ["x-default http://house.example/", .. Catalogue.Load().Languages.Select(l => l.Code).Order(StringComparer.Ordinal).Select(l => $"{l} http://house.example/{(l == "fr" ? "" : "?lang=" + l)}")],
            home.Html.QuerySelectorAll("link[hreflang]").Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}").Order(StringComparer.Ordinal).OrderBy(l => !l.StartsWith('x')));
    }

    [Fact]
    public async Task The_front_page_names_itself_in_each_language_and_says_how_to_search()
    {
        var page = await world.Visitor().GetAsync("/?lang=fa");
        Assert.Equal(("http://localhost/?lang=fa", "fa_IR", "http://localhost/?lang=fa"), (Canonical(page), Meta(page, "og:locale"), Meta(page, "og:url")));
        Assert.Equal("http://localhost/search?q={words}", Text(Thing(page, "WebSite").GetProperty("potentialAction").GetProperty("target"), "urlTemplate"));
        Assert.Equal("http://localhost/", Canonical(await world.Visitor().GetAsync("/")));
    }

    [Theory]
    [InlineData("/search", true)]
    [InlineData("/search?state=open&topic=health", true)]
    [InlineData("/search?q=kavoos", false)]
    [InlineData("/friends-of-kavoos/search", false)]
    [InlineData("/about/rules", true)]
    [InlineData("/friends-of-kavoos/about/rules", false)]
    [InlineData("/contact", true)]
    [InlineData("{campaign}", true)]
    [InlineData("{campaign}/sign", false)]
    [InlineData("{campaign}/report", false)]
    [InlineData("{campaign}/history", false)]
    [InlineData("{rejected}", false)]
    [InlineData("{gathering}", false)]
    [InlineData("/account/sign-in", false)]
    [InlineData("/no-such-page", false)]
    public async Task Only_pages_that_are_meant_to_be_found_may_be(string address, bool found)
    {
        var state = address switch { "{rejected}" => CampaignStatus.Rejected, "{gathering}" => CampaignStatus.Gathering, _ => CampaignStatus.Published };
        var campaign = world.AddressOf(await world.CampaignAsync(state));
        var page = await world.Visitor().GetAsync(address.StartsWith('{') ? campaign + address[(address.IndexOf('}', StringComparison.Ordinal) + 1)..] : address);
        Assert.Equal(found ? null : "noindex", Robots(page));
    }

    private static JsonElement Thing(Page page, string type) =>
        JsonDocument.Parse(page.Html.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement.GetProperty("@graph").EnumerateArray().Single(t => Text(t, "@type") == type);

    private static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();

    private static string? Meta(Page page, string property) => page.Html.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");

    private static string? Canonical(Page page) => page.Html.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    private static string? Robots(Page page) => page.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content");
}
