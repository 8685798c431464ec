using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

public sealed partial class StaffSearchTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task Words_in_title_demand_and_text_are_found_in_every_state()
    {
        var word = Word();
        foreach (var status in Enum.GetValues<CampaignStatus>())
        {
            await Stage.SetAsync(world, status, c => _ = ((int)status % 3) switch
            {
                0 => c.Title = $"{word} title",
                1 => c.Demand = $"Do {word} now.",
                _ => c.Body = $"It is about {word.ToUpperInvariant()} and more.",
            });
        }

        var page = await SearchAsync("q=" + word);
        Assert.Equal(10, Lines(page).Count);
        Assert.Equal("10", page.One(".tabs [aria-current=page] .badge"));
        Assert.All(page.Html.QuerySelectorAll("main .tabs .badge").Skip(1), badge => Assert.Equal("1", badge.TextContent));
        Assert.Single(Lines(await SearchAsync($"q={word}&Status=Suspended")));
        Assert.Empty(Lines(await SearchAsync($"q={word}+nowhere")));
        var home = await world.Moderator.GetAsync("/admin");
        Assert.Equal("/admin/campaigns", home.Html.QuerySelector("[role=search]")!.GetAttribute("action"));
    }

    [Fact]
    public async Task The_list_is_newest_first_and_narrowed_by_organisation_topic_tag_and_mark()
    {
        var word = Word();
        var first = await Stage.SetAsync(world, CampaignStatus.Submitted, c => (c.Title, c.Topic) = ($"{word} first", "transport"));
        var second = await Stage.SetAsync(world, CampaignStatus.Published, c => (c.Title, c.Topic) = ($"{word} second", "health"));
        Assert.Equal([$"{word} second", $"{word} first"], Lines(await SearchAsync("q=" + word)));
        Assert.Equal([$"{word} first"], Lines(await SearchAsync($"q={word}&Topic=transport")));
        Assert.Equal([$"{word} second"], Lines(await SearchAsync($"q={word}&Organisation={second.Organisation.Slug}")));

        await world.Moderator.PostDirectlyAsync($"/admin/campaigns/{first.Campaign.Id}/tags", ("tags", "Harbour"));
        await world.Moderator.PostDirectlyAsync($"/admin/campaigns/{first.Campaign.Id}/mark", ("mark", "Flagged"));
        Assert.Equal([$"{word} first"], Lines(await SearchAsync("Tag=harbour")));
        Assert.Equal([$"{word} first"], Lines(await SearchAsync($"q={word}&Mark=Flagged")));
        Assert.Empty(Lines(await SearchAsync($"q={word}&Mark=Parked")));
    }

    [Fact]
    public async Task Signs_that_mean_something_to_the_database_stand_for_themselves()
    {
        var word = Word();
        await Stage.SetAsync(world, with: c => c.Title = $"{word} wants 50% of_it");
        await Stage.SetAsync(world, with: c => c.Title = $"{word} wants 500 often");
        Assert.Equal(2, Lines(await SearchAsync($"q={word}+50")).Count);
        Assert.Equal([$"{word} wants 50% of_it"], Lines(await SearchAsync($"q={word}+50%25")));
        Assert.Equal([$"{word} wants 50% of_it"], Lines(await SearchAsync($"q={word}+of_")));
    }

    [Fact]
    public async Task A_petition_stands_in_every_list_of_staff_under_the_title_of_its_own_language()
    {
        var word = Word();
        var stage = await Stage.SetAsync(world, with: c => c.Title = $"{word} in its own language");
        await world.InDbAsync(stage.Organisation.Id, async db =>
        {
            var campaign = await db.Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == stage.Campaign.Id);
            campaign.Write("fr", $"{word} en français", "Faites-le.", "Voici pourquoi.", stage.Organiser.Id, DateTimeOffset.UnixEpoch);
            db.Add(new CampaignReport { CampaignId = campaign.Id, Reason = "other", Sender = [1] });
            return await db.SaveChangesAsync();
        });
        await world.ConfirmedSignersAsync(stage.Campaign, 1);

        Assert.Equal([$"{word} in its own language"], Lines(await SearchAsync("q=" + word)));
        foreach (var list in new[] { "/admin/reports", $"/admin/signatures?campaign={stage.Campaign.Reference}" })
        {
            var page = await world.Admin.GetAsync(list);
            Assert.Contains($"{word} in its own language", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{word} en français", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reference_number_opens_the_petition_and_an_unknown_one_says_so()
    {
        var draft = (await Stage.SetAsync(world, CampaignStatus.Draft)).Campaign;
        Assert.Equal($"/admin/campaigns/{draft.Id}", (await SearchAsync($"q=%23{draft.Reference}")).Address.AbsolutePath);
        Assert.Contains("No petition has the reference 999999", (await SearchAsync("q=999999")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_the_list_as_it_is_narrowed_and_its_name_says_when()
    {
        var word = Word();
        await Stage.SetAsync(world, CampaignStatus.Closed, c => c.Title = $"{word}, \"quoted\"");
        await Stage.SetAsync(world, CampaignStatus.Published, c => c.Title = $"{word} open");
        var page = await SearchAsync($"q={word}&Status=Closed");
        var file = await world.Moderator.RawAsync(page.Html.QuerySelector("a[href*='.csv']")!.GetAttribute("href")!);

        Assert.Matches(FileName(), file.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains($"\"{word}, \"\"quoted\"\"\"", lines[1], StringComparison.Ordinal);
        Assert.Contains(",Closed,", lines[1], StringComparison.Ordinal);
        Assert.Equal("campaigns.export", (await world.LastActAsync()).Action);
    }

    private static string Word() => $"wombat{Guid.NewGuid():N}"[..16];

    private Task<Page> SearchAsync(string query) => world.Moderator.GetAsync("/admin/campaigns?" + query);

    private static List<string> Lines(Page page) => [.. page.Html.QuerySelectorAll("tbody tr a").Select(a => a.TextContent.Trim())];

    [GeneratedRegex(@"petitions-\d{8}-\d{6}\.csv")]
    private static partial Regex FileName();
}
