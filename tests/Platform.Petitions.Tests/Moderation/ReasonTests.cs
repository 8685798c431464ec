using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

public sealed class ReasonTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task A_reason_is_added_worded_anew_and_read_where_it_was_used()
    {
        var form = await world.Moderator.GetAsync("/admin/reasons/new");
        Assert.Contains("Small letters", (await world.Moderator.SubmitAsync(form, "main form", ("Code", "Not Good"), ("Wording", "No."))).One(".errors")!, StringComparison.Ordinal);
        Assert.NotNull((await world.Moderator.SubmitAsync(form, "main form", ("Code", "too-local"), ("Wording", ""))).Html.QuerySelector("#Wording-error"));
        await world.Moderator.SubmitAsync(form, "main form", ("Code", "too-local"), ("Wording", "It concerns one street."));
        Assert.Contains("already", (await world.Moderator.SubmitAsync(form, "main form", ("Code", "too-local"), ("Wording", "Twice."))).One(".errors")!, StringComparison.Ordinal);

        var stage = await Stage.SetAsync(world, CampaignStatus.Rejected, c => c.RejectionCode = "too-local");
        await world.Moderator.SubmitAsync(await world.Moderator.GetAsync("/admin/reasons/too-local"), "main form", ("Wording", "It concerns one street only."));
        Assert.Contains("one street only", (await world.Visitor().GetAsync(stage.Path)).One("[data-reason=too-local]")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_in_use_cannot_be_deleted_only_retired()
    {
        await Stage.SetAsync(world, CampaignStatus.Rejected, c => c.RejectionCode = "not-a-petition");
        Assert.Null((await world.Moderator.GetAsync("/admin/reasons")).Html.QuerySelector("form[action$='/not-a-petition/delete']"));
        var refused = await world.Moderator.PostDirectlyAsync("/admin/reasons/not-a-petition/delete");
        Assert.Contains("cannot be deleted", refused.One(".notice--warning")!, StringComparison.Ordinal);
        Assert.True(await ExistsAsync("not-a-petition"));

        var list = await world.Moderator.SubmitAsync(refused, "form[action$='/not-a-petition/retire']");
        Assert.Contains("Retired", list.Text, StringComparison.Ordinal);
        var waiting = await Stage.SetAsync(world, CampaignStatus.Submitted);
        Assert.Null((await world.Moderator.GetAsync($"/admin/campaigns/{waiting.Campaign.Id}")).Html.QuerySelector("[name=Reason][value=not-a-petition]"));
        var posted = await world.Moderator.PostDirectlyAsync($"/admin/decisions/{waiting.Campaign.Id}", ("Move", "Reject"), ("Reason", "not-a-petition"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.Status);
    }

    [Fact]
    public async Task A_reason_nobody_used_is_deleted()
    {
        await world.Moderator.SubmitAsync(await world.Moderator.GetAsync("/admin/reasons"), "form[action$='/personal-attack/delete']");
        Assert.False(await ExistsAsync("personal-attack"));
    }

    private Task<bool> ExistsAsync(string code) => world.InDbAsync(null, db => db.RejectionReasons.AnyAsync(r => r.Code == code));
}
