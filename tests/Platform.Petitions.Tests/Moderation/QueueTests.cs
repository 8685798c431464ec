using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

public sealed class QueueTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task The_queue_is_oldest_first_and_each_age_says_how_many()
    {
        var (recent, due, late) = (await WaitingAsync("Recent one", 0), await WaitingAsync("Due one", 3.5), await WaitingAsync("Late one", 6));

        var page = await world.Moderator.GetAsync("/admin/queue");
        var titles = Titles(page);
        Assert.Equal(["Late one", "Due one", "Recent one"], titles.Where(t => t is "Late one" or "Due one" or "Recent one"));
        Assert.Equal(["age-late", "age-due"], page.Html.QuerySelectorAll(".queue__item").Take(2).Select(i => i.ClassList[1]));
        foreach (var (age, title) in new[] { ("New", "Recent one"), ("Due", "Due one"), ("Late", "Late one") })
        {
            var filtered = await world.Moderator.GetAsync("/admin/queue?age=" + age);
            Assert.Contains(title, Titles(filtered));
            Assert.Equal(Titles(filtered).Count, int.Parse(filtered.One("[aria-current=page] .badge")!, System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(3, new[] { recent, due, late }.Select(s => s.Campaign.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_open_petition_shows_its_words_its_organiser_and_what_resembles_it()
    {
        var similar = await Stage.SetAsync(world, with: c => c.Title = "Keep the harbour ferry running");
        var stage = await WaitingAsync("Keep the harbour ferry alive", 0);

        var page = await world.Moderator.GetAsync($"/admin/queue/{stage.Campaign.Id}");
        Assert.Equal("Keep the harbour ferry alive", page.One(".queue__pane h1"));
        Assert.Equal("eleven years", page.One(".queue__pane .prose strong"));
        Assert.Contains(stage.Organiser.Name, page.One(".facts")!, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($".petitions a[href$='{similar.Campaign.Id}']"));

        var preview = await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}/preview");
        Assert.Equal("Keep the harbour ferry alive", preview.One("h1"));
        Assert.NotNull(preview.Html.QuerySelector("fieldset[disabled] [name=Email]"));
        Assert.NotNull(preview.Html.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path)).Status);
    }

    [Fact]
    public async Task A_second_moderator_sees_who_holds_it_cannot_decide_and_can_take_it()
    {
        var stage = await WaitingAsync("Held one", 0);
        var address = $"/admin/queue/{stage.Campaign.Id}";
        Assert.Contains("You hold this", (await world.Moderator.SubmitAsync(await world.Moderator.GetAsync(address), ClaimForm(stage))).Text, StringComparison.Ordinal);

        var page = await world.Second.GetAsync(address);
        Assert.Contains("Held by Mona Moderator", page.One(".queue__pane .tag")!, StringComparison.Ordinal);
        Assert.Contains("Held by Mona Moderator", page.One($".queue__item:has([href*='{stage.Campaign.Id}'])")!, StringComparison.Ordinal);
        var decided = await world.Second.SubmitAsync(page, "form:has([value=Publish])");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, decided.Status);
        Assert.Contains("Somebody else holds this petition", decided.Text, StringComparison.Ordinal);
        await world.Second.PostDirectlyAsync($"/admin/claims/{stage.Campaign.Id}");
        Assert.Equal(world.ModeratorUser.Id, (await world.ReadAsync(stage.Campaign)).ClaimedBy);

        var taken = await world.Second.SubmitAsync(page, ClaimForm(stage));
        Assert.Contains("You hold this", taken.Text, StringComparison.Ordinal);
        Assert.Contains("Held by Milo Moderator", (await world.Moderator.GetAsync(address)).Text, StringComparison.Ordinal);
        var free = await world.Second.SubmitAsync(taken, $"form[action$='/{stage.Campaign.Id}/release']");
        Assert.Contains("Claim", free.One(".queue__pane")!, StringComparison.Ordinal);
        Assert.Equal(["campaign.start", "campaign.claim", "campaign.claim-forced", "campaign.release"], await world.ActsAsync(stage.Campaign));
    }

    [Fact]
    public async Task Flagged_and_parked_petitions_leave_the_queue_and_come_back()
    {
        var stage = await WaitingAsync("Strange one", 0);
        foreach (var (mark, show) in new[] { ("Flagged", "Flagged"), ("Parked", "Parked") })
        {
            var page = await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}");
            await world.Moderator.SubmitAsync(page, $"form:has([name=mark][value={mark}])");
            Assert.DoesNotContain("Strange one", Titles(await world.Moderator.GetAsync("/admin/queue")));
            Assert.Contains("Strange one", Titles(await world.Moderator.GetAsync("/admin/queue?show=" + show)));
        }

        await world.Moderator.SubmitAsync(await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}"), "form:has([name=mark][value=None])");
        Assert.Contains("Strange one", Titles(await world.Moderator.GetAsync("/admin/queue")));
        Assert.Equal(["campaign.mark-flagged", "campaign.mark-parked", "campaign.mark-none"], (await world.ActsAsync(stage.Campaign)).Skip(1));

        var open = (await Stage.SetAsync(world)).Campaign;
        var refused = await world.Moderator.PostDirectlyAsync($"/admin/campaigns/{open.Id}/mark", ("mark", "Parked"));
        Assert.Contains("not possible in this state", refused.Text, StringComparison.Ordinal);
        Assert.Equal(ReviewMark.None, (await world.ReadAsync(open)).Mark);
    }

    [Fact]
    public async Task Nobody_but_staff_finds_the_desk()
    {
        var stage = await WaitingAsync("Secret one", 0);
        await world.JoinAsync(stage.Organiser, stage.Organisation);
        var organiser = await world.AtDeskAsync(stage.Organiser);
        foreach (var address in new[] { "/admin", "/admin/queue", $"/admin/queue/{stage.Campaign.Id}", $"/admin/campaigns/{stage.Campaign.Id}", "/admin/reasons", "/admin/audit", "/admin/campaigns.csv" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(address)).Status);
            Assert.DoesNotContain("Secret one", (await world.Visitor().GetAsync(address)).Source, StringComparison.Ordinal);
        }
    }

    private async Task<Stage> WaitingAsync(string title, double days)
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted, c => c.Title = title);
        var since = TimeProvider.System.GetUtcNow().AddDays(-days);
        await world.InDbAsync(stage.Organisation.Id, db => db.Campaigns.ExecuteUpdateAsync(set => set.SetProperty(c => c.SubmittedAt, since)));
        return stage;
    }

    private static string ClaimForm(Stage stage) => $"form[action$='/admin/claims/{stage.Campaign.Id}']";

    private static List<string> Titles(Page page) => [.. page.Html.QuerySelectorAll(".queue__item > a").Select(a => a.TextContent.Trim())];
}
