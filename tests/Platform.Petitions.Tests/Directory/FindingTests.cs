using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Tests.CampaignPage;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Directory;

/// <summary>Which petitions words find, and in which order.</summary>
public sealed class FindingTests(PublicWorld world) : IClassFixture<PublicWorld>
{
    [Theory]
    [InlineData("en", "Plant larches along the canals", "planting a larch")]
    [InlineData("fr", "Rouvrir les bibliothèques municipales", "BIBLIOTHEQUE municipale")]
    [InlineData("de", "Straßen für Fußgänger öffnen", "strasse fussganger")]
    [InlineData("es", "Más árboles jacarandás", "arbol jacaranda")]
    [InlineData("pt", "Proteger as araucárias", "araucaria protegida")]
    [InlineData("tr", "Karaağaçları koruyun", "karaağaç koru")]
    [InlineData("ar", "أنقذوا أشجار الأرز", "اشجار الارز")]
    [InlineData("fa", "نجات درختان سرو", "درخت سرو")]
    public async Task Words_are_found_by_the_rules_of_their_language(string language, string title, string words)
    {
        var campaign = await world.CampaignAsync(with: c => (c.Language, c.Title, c.Demand, c.Body) = (language, title, "…", "…"));
        Assert.Contains(campaign.Slug, Slugs(await SearchAsync(words)));
    }

    [Theory]
    [InlineData("sequoa", "sequoia")]
    [InlineData("seqouia forests", "sequoia forests")]
    [InlineData("SEQUOIAA", "sequoia")]
    public async Task A_mistyped_word_is_taken_for_the_nearest_and_the_page_says_so(string typed, string meant)
    {
        await world.CampaignAsync(with: c => (c.Title, c.Demand) = ("Keep the sequoia forests", "Stop felling."));
        var page = await SearchAsync(typed);
        Assert.Equal($"No petition has “{typed}”. These have “{meant}”.", page.One("#corrected"));
        Assert.NotEmpty(Slugs(page));
        Assert.Equal(typed, page.Html.QuerySelector("#q")!.GetAttribute("value"));
        Assert.Null((await SearchAsync(meant)).Html.QuerySelector("#corrected"));
    }

    [Fact]
    public async Task A_word_like_none_finds_nothing_and_is_not_taken_for_another()
    {
        var page = await SearchAsync("xylophonically");
        Assert.Null(page.Html.QuerySelector(".petition, #corrected"));
    }

    [Fact]
    public async Task The_title_comes_before_the_demand_before_the_text_and_open_ones_before_closed()
    {
        var inText = await world.CampaignAsync(with: c => (c.Title, c.Body) = ("In text", "We love the hornbeam."));
        var inDemand = await world.CampaignAsync(with: c => (c.Title, c.Demand) = ("In demand", "Protect the hornbeam."));
        var closed = await world.CampaignAsync(CampaignStatus.Closed, c => c.Title = "Closed for the hornbeam");
        var few = await world.CampaignAsync(with: c => c.Title = "The hornbeam with few");
        var many = await world.CampaignAsync(with: c => c.Title = "The hornbeam with many");
        await world.ConfirmedSignersAsync(inText, 90);
        await world.ConfirmedSignersAsync(closed, 80);
        await world.ConfirmedSignersAsync(many, 20);
        await world.ConfirmedSignersAsync(few, 3);
        var page = await SearchAsync("hornbeam");
        Assert.Equal([many.Slug, few.Slug, closed.Slug, inDemand.Slug, inText.Slug], Slugs(page));
        Assert.Contains("Best matches first", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_lists_may_show_is_found_from_the_moment_it_may_to_the_moment_it_may_not()
    {
        var word = "tupelo";
        var expected = new List<string>();
        foreach (var (status, reviewed) in Enum.GetValues<CampaignStatus>().Select(s => (s, true)).Append((CampaignStatus.Published, false)))
        {
            var campaign = await world.CampaignAsync(status, c => (c.Title, c.Reviewed) = ($"Our {word}", reviewed));
            if (reviewed && status is CampaignStatus.Published or CampaignStatus.Closed or CampaignStatus.Archived)
            {
                expected.Add(campaign.Slug);
            }
        }

        Assert.Equal(expected.Order(), Slugs(await SearchAsync(word)).Order());
        var published = (await world.InDbAsync(world.Organisation.Id, db => db.Campaigns.AsNoTracking().Where(c => c.Slug == expected[0]).ToListAsync()))[0];
        await world.ChangeAsync(published, c => c.Suspend(MoveActor.Moderator, "Wait."));
        Assert.DoesNotContain(published.Slug, Slugs(await SearchAsync(word)));
        await world.ChangeAsync(published, c => c.Resume(MoveActor.Moderator));
        Assert.Contains(published.Slug, Slugs(await SearchAsync(word)));
    }

    [Fact]
    public async Task A_correction_is_found_by_its_new_words_and_no_longer_by_the_old_and_a_waiting_one_by_neither()
    {
        var campaign = await world.CampaignAsync(with: c => c.Title = "Guard the whitebeam");
        var now = TimeProvider.System.GetUtcNow();
        await world.ChangeAsync(campaign, c => c.Write("en", "Guard the rowan", "Now.", "Because.", world.Author.Id, now));
        Assert.Empty(Slugs(await SearchAsync("rowan")));
        await world.ChangeAsync(campaign, c => c.ApproveText(c.Texts.MaxBy(t => t.Version)!, world.Author.Id, now));
        Assert.Equal([campaign.Slug], Slugs(await SearchAsync("rowan")));
        Assert.Empty(Slugs(await SearchAsync("whitebeam")));
    }

    [Fact]
    public async Task A_new_topic_country_and_last_day_are_what_it_is_narrowed_by()
    {
        var campaign = await world.CampaignAsync(with: c => (c.Title, c.Topic, c.Country) = ("Save the sycamore", "health", "CA"));
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        await world.InDbAsync(campaign.TenantId, db => db.Campaigns.Where(c => c.Id == campaign.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Topic, "work").SetProperty(c => c.Country, "FR").SetProperty(c => c.ClosesAt, yesterday)));
        Assert.Equal([campaign.Slug], Slugs(await world.Visitor().GetAsync("/search?q=sycamore&topic=work&country=FR&state=closed")));
        Assert.Empty(Slugs(await world.Visitor().GetAsync("/search?q=sycamore&topic=health")));
    }

    [Fact]
    public async Task What_becomes_listed_while_a_text_of_it_is_approved_is_found_by_that_text()
    {
        var campaign = await world.CampaignAsync(with: c => (c.Title, c.Reviewed) = ("Save the medlar", false));
        var now = TimeProvider.System.GetUtcNow();
        var approved = await world.InDbAsync(campaign.TenantId, async db =>
        {
            await using var reviewing = await db.Database.BeginTransactionAsync();
            await db.Campaigns.Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ReviewedAt, now));
            var approving = world.InDbAsync(campaign.TenantId, other => other.CampaignTexts.Where(t => t.CampaignId == campaign.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Title, "Save the whitethorn").SetProperty(t => t.ApprovedAt, now)));
            Assert.NotSame(approving, await Task.WhenAny(approving, Task.Delay(TimeSpan.FromMilliseconds(300))));
            await reviewing.CommitAsync();
            return approving;
        });
        await approved;
        Assert.Equal([campaign.Slug], Slugs(await SearchAsync("whitethorn")));
    }

    [Fact]
    public async Task An_organisation_is_found_by_its_new_name()
    {
        var stage = await Stage.SetAsync(world);
        await world.InDbAsync(stage.Organisation.Id, async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Id == stage.Organisation.Id)).Describe("Friends of the Baobab", "en", "", null, null);
            return await db.SaveChangesAsync();
        });
        Assert.Equal([stage.Campaign.Slug], Slugs(await SearchAsync("baobab")));
        await world.InDbAsync(null, db => db.Organisations.Where(o => o.Id == stage.Organisation.Id).ExecuteUpdateAsync(set => set.SetProperty(o => o.SuspendedAt, TimeProvider.System.GetUtcNow())));
        Assert.Empty(Slugs(await SearchAsync("baobab")));
    }

    private Task<Page> SearchAsync(string words) => world.Visitor().GetAsync("/search?q=" + Uri.EscapeDataString(words));

    private static List<string> Slugs(Page page) => [.. page.Html.QuerySelectorAll(".petition h3 a").Select(a => a.GetAttribute("href")!.Split('/')[^1].Split('?')[0])];
}
