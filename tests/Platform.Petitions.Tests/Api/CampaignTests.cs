using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Api;

public sealed class CampaignTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    private static readonly string[] Parts = ["", "/count", "/areas", "/timeline", "/signatures", "/signatures.csv", "/updates"];

    [Theory]
    [InlineData(CampaignStatus.Draft, false)]
    [InlineData(CampaignStatus.Gathering, false)]
    [InlineData(CampaignStatus.Submitted, false)]
    [InlineData(CampaignStatus.ChangesRequested, false)]
    [InlineData(CampaignStatus.Rejected, true)]
    public async Task What_has_no_public_page_is_not_there_in_any_part(CampaignStatus status, bool hidden)
    {
        var campaign = await world.CampaignAsync(status, c => c.Hidden = hidden);
        foreach (var part in Parts)
        {
            await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}{part}", HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task What_was_removed_is_gone_in_every_part_and_says_why()
    {
        var campaign = await world.CampaignAsync(CampaignStatus.Removed, c => c.Explanation = "It named a private person.");
        foreach (var part in Parts)
        {
            var problem = await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}{part}", HttpStatusCode.Gone);
            Assert.Equal("It named a private person.", problem.GetProperty("detail").GetString());
        }
    }

    [Fact]
    public async Task A_rejected_petition_has_its_words_and_reason_and_no_count()
    {
        var campaign = await world.CampaignAsync(CampaignStatus.Rejected);
        var item = await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}");
        Assert.Equal("rejected", item.GetProperty("state").GetString());
        Assert.Equal("Bring Kavoos home", item.GetProperty("title").GetString());
        Assert.Null(item.GetProperty("signatures").GetRawText() is "null" ? null : "a count");
        Assert.Equal("null", item.GetProperty("closesAt").GetRawText());
        foreach (var part in Parts[1..3])
        {
            await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}{part}", HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task An_open_petition_is_told_whole_in_the_asked_language()
    {
        var campaign = await world.CampaignAsync(with: c => c.Translations.Add(("fr", "Ramenez Kavoos", "Rouvrez.", "Parce que **onze ans**.")));
        await world.ConfirmedSignersAsync(campaign, 12);
        var item = await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}?locale=fr");
        Assert.Equal("Ramenez Kavoos", item.GetProperty("title").GetString());
        Assert.Contains("<strong>onze ans</strong>", item.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.Equal(12, item.GetProperty("signatures").GetProperty("count").GetInt64());
        Assert.Equal(world.Organisation.Slug, item.GetProperty("organisation").GetProperty("slug").GetString());
        Assert.Equal(["en", "fr"], item.GetProperty("languages").EnumerateArray().Select(l => l.GetString()!));
        Assert.Equal("Bring Kavoos home", (await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}?locale=tr")).GetProperty("title").GetString());
        Assert.Equal(12, (await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}/count")).GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task No_area_holds_fewer_than_ten()
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 30, new SignerSpec { Country = "CA" });
        await world.ConfirmedSignersAsync(campaign, 9, new SignerSpec { Country = "FR" });
        await world.ConfirmedSignersAsync(campaign, 4, new SignerSpec { Country = "DE" });
        var areas = (await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}/areas")).GetProperty("items").EnumerateArray()
            .Select(a => (a.GetProperty("country").GetString(), a.GetProperty("count").GetInt64()));
        Assert.Equal([("CA", 30L), (null, 13L)], areas);
    }

    [Fact]
    public async Task The_list_of_signatures_names_only_who_chose_it_and_reads_whole_by_its_links()
    {
        var campaign = await world.CampaignAsync();
        await world.ConfirmedSignersAsync(campaign, 120, new SignerSpec { Name = "Hidden Person" });
        await world.ConfirmedSignersAsync(campaign, 120, new SignerSpec { Name = "Shown Person", ShowName = true });
        var numbers = new List<long>();
        var address = $"/api/v1/campaigns/{campaign.Id}/signatures";
        for (string? next = address; next is not null;)
        {
            var part = await world.JsonAsync(next);
            foreach (var item in part.GetProperty("items").EnumerateArray())
            {
                numbers.Add(item.GetProperty("number").GetInt64());
                Assert.Equal(numbers[^1] > 120 ? "Shown P." : null, item.GetProperty("name").GetString());
            }

            Assert.Equal(numbers.Count > 100, part.Link("prev") is not null);
            next = part.Link("next");
        }

        Assert.Equal(Enumerable.Range(1, 240).Reverse().Select(n => (long)n), numbers);
        var back = (await world.JsonAsync((await world.JsonAsync($"{address}?cursor=140")).Link("prev")!)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetInt64()).ToList();
        Assert.Equal((239, 140), (back[0], back[^1]));
        var file = await (await world.Visitor().RawAsync(address + ".csv")).Content.ReadAsStringAsync();
        Assert.Equal(121, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("Hidden", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_named_where_the_petition_shows_nobody()
    {
        var campaign = await world.CampaignAsync(with: c => c.PublicNames = false);
        await world.ConfirmedSignersAsync(campaign, 3, new SignerSpec { ShowName = true });
        var items = (await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}/signatures")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(3, items.Count);
        Assert.All(items, i => Assert.Equal("nullnull", i.GetProperty("name").GetRawText() + i.GetProperty("country").GetRawText()));
    }

    [Fact]
    public async Task The_timeline_tells_what_happened_newest_first()
    {
        var campaign = await world.CampaignAsync();
        foreach (var (kind, number) in ((string, long?)[])[("publish", null), ("milestone", 100)])
        {
            await world.InDbAsync(world.Organisation.Id, async db =>
            {
                db.Add(new TimelineEntry { CampaignId = campaign.Id, Kind = kind, Number = number });
                return await db.SaveChangesAsync();
            });
        }

        var items = (await world.JsonAsync($"/api/v1/campaigns/{campaign.Id}/timeline")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["milestone", "publish"], items.Select(i => i.GetProperty("kind").GetString()!));
        Assert.Equal(100, items[0].GetProperty("number").GetInt64());
    }

    [Fact]
    public async Task A_suspended_organisation_and_another_s_host_show_nothing()
    {
        var other = await world.OrganisationAsync();
        var theirs = await world.CampaignAsync(other, world.Author);
        await world.JsonAsync($"/api/v1/campaigns/{theirs.Id}");
        await world.JsonAsync($"/api/v1/organisations/{other.Slug}");
        await world.JsonAsync($"http://{world.Organisation.Slug}.petitions.example/api/v1/campaigns/{theirs.Id}", HttpStatusCode.NotFound);
        await world.InDbAsync(null, db => db.Organisations.Where(o => o.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.SuspendedAt, TimeProvider.System.GetUtcNow())));
        await world.JsonAsync($"/api/v1/campaigns/{theirs.Id}", HttpStatusCode.NotFound);
        await world.JsonAsync($"/api/v1/organisations/{other.Slug}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Organisations_are_listed_when_they_have_something_to_show()
    {
        await world.CampaignAsync();
        var empty = await world.OrganisationAsync();
        var draft = await world.OrganisationAsync();
        await world.CampaignAsync(draft, world.Author, CampaignStatus.Draft);
        var slugs = (await world.JsonAsync("/api/v1/organisations")).GetProperty("items").EnumerateArray().Select(o => o.GetProperty("slug").GetString()).ToList();
        Assert.Contains(world.Organisation.Slug, slugs);
        Assert.DoesNotContain(empty.Slug, slugs);
        Assert.DoesNotContain(draft.Slug, slugs);
        await world.JsonAsync($"/api/v1/organisations/{empty.Slug}", HttpStatusCode.NotFound);
    }
}
