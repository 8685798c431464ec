using System.Net;
using System.Xml.Linq;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Indexing;

public sealed class SitemapTests(MappedWorld world) : IClassFixture<MappedWorld>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task The_map_names_every_listed_petition_once_over_all_its_parts_and_nothing_else()
    {
        // Neighbours put petitions on the same map: only those of an organisation of its own are known here.
        var ours = await world.OrganisationAsync("counted-house");
        var house = $"http://localhost/{ours.Slug}/";
        var expected = new List<string>();
        foreach (var status in Enum.GetValues<CampaignStatus>().Append(CampaignStatus.Published))
        {
            var campaign = await world.CampaignAsync(ours, world.Author, status);
            if (status is CampaignStatus.Published or CampaignStatus.Closed or CampaignStatus.Archived)
            {
                expected.Add(house + campaign.Slug);
            }
        }

        await world.CampaignAsync(ours, world.Author, with: c => c.Reviewed = false);
        var parts = (await ReadAsync("/sitemap.xml")).Descendants(Map + "loc").Select(l => l.Value).Where(p => p.Contains("petitions-", StringComparison.Ordinal)).ToList();
        var petitions = new List<string>();
        foreach (var part in parts)
        {
            var pages = (await ReadAsync(new Uri(part).PathAndQuery)).Root!.Elements(Map + "url").ToList();
            Assert.InRange(pages.Select(p => p.Element(Map + "loc")!.Value.Split('?')[0]).Distinct().Count(), 1, MappedWorld.PartSize);
            petitions.AddRange(pages.Select(p => p.Element(Map + "loc")!.Value).Where(a => !a.Contains('?', StringComparison.Ordinal)));
        }

        Assert.Equal(petitions.Count, petitions.Distinct().Count());
        Assert.Equal(expected.Order(), petitions.Where(p => p.StartsWith(house, StringComparison.Ordinal)).Order());
        Assert.True(parts.Count > 1, "The parts were not split.");
    }

    [Fact]
    public async Task A_petition_in_three_languages_stands_there_with_all_of_them_and_its_last_change()
    {
        var campaign = await world.CampaignAsync(with: c =>
        {
            c.Slug = "in-three";
            c.Translations.Add(("fr", "Ramenez Kavoos", "Rouvrez son dossier.", "Il vit ici."));
            c.Translations.Add(("fa", "کاووس", "پرونده", "او"));
        });
        var address = "http://localhost" + world.AddressOf(campaign);
        var pages = (await ReadAsync($"/sitemap-petitions-{campaign.Id}.xml")).Root!.Elements(Map + "url")
            .Where(p => p.Element(Map + "loc")!.Value.StartsWith(address, StringComparison.Ordinal)).ToList();
        Assert.Equal([address, address + "?lang=fa", address + "?lang=fr"], pages.Select(p => p.Element(Map + "loc")!.Value).Order(StringComparer.Ordinal));
        foreach (var page in pages)
        {
            Assert.Equal(
                [$"x-default {address}", $"en {address}", $"fa {address}?lang=fa", $"fr {address}?lang=fr"],
                page.Elements(Html + "link").Select(l => $"{l.Attribute("hreflang")!.Value} {l.Attribute("href")!.Value}"));
            Assert.InRange(DateTimeOffset.Parse(page.Element(Map + "lastmod")!.Value, System.Globalization.CultureInfo.InvariantCulture), TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddHours(1));
        }
    }

    [Fact]
    public async Task Fixed_pages_and_organisations_with_petitions_are_on_it()
    {
        await world.CampaignAsync(CampaignStatus.Closed);
        Assert.Contains("http://localhost/about/rules", Addresses(await ReadAsync("/sitemap-pages.xml")));
        var organisations = Addresses(await ReadAsync($"/sitemap-organisations-{Guid.Empty}.xml"));
        Assert.Contains("http://localhost/friends-of-kavoos", organisations);
        Assert.DoesNotContain("http://localhost/nobody-yet", organisations);
    }

    [Fact]
    public async Task An_organisation_with_its_own_domain_has_its_own_map_and_is_not_on_the_platforms()
    {
        var ours = new Organisation("mapped-house", "Mapped House", "en");
        ours.UseDomain("mapped.example");
        await world.InDbAsync(null, async db => db.Add(ours) is not null && await db.SaveChangesAsync() > 0);
        var campaign = await world.CampaignAsync(ours, world.Author, with: c => c.Slug = "in-three-of-ours");
        var visitor = world.Visitor("mapped.example");
        Assert.Contains("Sitemap: http://mapped.example/sitemap.xml", (await visitor.GetAsync("/robots.txt")).Source, StringComparison.Ordinal);
        var parts = XDocument.Parse((await visitor.GetAsync("/sitemap.xml")).Source).Descendants(Map + "loc").Select(l => l.Value).ToList();
        Assert.Equal(["http://mapped.example/sitemap-pages.xml", $"http://mapped.example/sitemap-petitions-{campaign.Id}.xml"], parts);
        var all = new List<string>();
        foreach (var part in parts)
        {
            all.AddRange(Addresses(XDocument.Parse((await visitor.GetAsync(new Uri(part).PathAndQuery)).Source)).Where(a => !a.Contains('?', StringComparison.Ordinal)));
        }

        Assert.Equal(["http://mapped.example/", $"http://mapped.example/{campaign.Slug}"], all);
        Assert.DoesNotContain(campaign.Slug, (await world.Visitor().GetAsync($"/sitemap-petitions-{campaign.Id}.xml")).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor("friends-of-kavoos.petitions.example").GetAsync("/sitemap.xml")).Status);
    }

    [Fact]
    public async Task Robots_learn_where_the_map_is_and_who_has_it_is_told_so()
    {
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", (await world.Visitor().GetAsync("/robots.txt")).Source, StringComparison.Ordinal);
        var first = await world.Visitor().RawAsync("/sitemap-pages.xml");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/sitemap-pages.xml");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await world.Visitor().Http.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("application/xml", first.Content.Headers.ContentType!.MediaType);
    }

    private async Task<XDocument> ReadAsync(string address) => XDocument.Parse((await world.Visitor().GetAsync(address)).Source);

    private static IEnumerable<string> Addresses(XDocument map) => map.Root!.Elements(Map + "url").Select(p => p.Element(Map + "loc")!.Value);
}
