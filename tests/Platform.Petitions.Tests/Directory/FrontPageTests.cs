using System.Net;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Directory;

public sealed class FrontPageTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Fact]
    public async Task The_front_page_lists_open_petitions_most_signed_first()
    {
        var quiet = await world.CampaignAsync(with: c => c.Title = "Quiet one");
        var loud = await world.CampaignAsync(with: c => c.Title = "Loud one");
        await world.CampaignAsync(CampaignStatus.Closed, c => c.Title = "Closed one");
        await world.ConfirmedSignersAsync(loud, 250);
        await world.ConfirmedSignersAsync(quiet, 20);
        var page = await world.Visitor().GetAsync("/");
        var titles = page.Html.QuerySelectorAll("[aria-labelledby=most-signed] .petition h3").Select(h => h.TextContent);
        Assert.Equal(["Loud one", "Quiet one"], titles.Where(t => t is "Loud one" or "Quiet one"));
        Assert.DoesNotContain("Closed one", page.Text, StringComparison.Ordinal);
        Assert.Contains("250", page.Html.QuerySelectorAll("[aria-labelledby=most-signed] .petition").First(p => p.TextContent.Contains("Loud one", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_the_front_page_sets_no_cookie_and_choosing_a_language_is_not_kept_for_others()
    {
        var plain = await world.Visitor().RawAsync("/");
        Assert.False(plain.Headers.Contains("Set-Cookie"));
        Assert.True(plain.Headers.CacheControl!.Public);
        Assert.Contains("Accept-Language", plain.Headers.Vary);
        var chosen = await world.Visitor().RawAsync("/?lang=fr");
        Assert.True(chosen.Headers.Contains("Set-Cookie"));
        Assert.True(chosen.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task An_organisations_page_shows_its_petitions_open_and_closed()
    {
        await world.CampaignAsync(with: c => c.Title = "Ours and open");
        await world.CampaignAsync(CampaignStatus.Closed, c => c.Title = "Ours and closed");
        foreach (var page in new[] { await world.Visitor().GetAsync("/" + world.Organisation.Slug), await world.Visitor($"{world.Organisation.Slug}.petitions.example").GetAsync("/") })
        {
            Assert.Equal("Friends of Kavoos", page.One("h1"));
            Assert.Contains("Ours and open", page.Text, StringComparison.Ordinal);
            Assert.Contains("Ours and closed", page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync("/no-such-organisation")).Status);
    }

    [Fact]
    public async Task Robots_are_told_what_to_leave_alone()
    {
        var page = await world.Visitor().GetAsync("/robots.txt");
        Assert.Contains("Disallow: /admin/", page.Source, StringComparison.Ordinal);
    }
}
