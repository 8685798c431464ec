using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

/// <summary>Live by link, unlisted until somebody has looked.</summary>
public sealed class LateReviewTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task Without_the_setting_nothing_is_public_before_approval()
    {
        await SetAsync(live: false);
        var stage = await SubmittedAsync();
        Assert.Equal(CampaignStatus.Submitted, (await world.ReadAsync(stage.Campaign)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path)).Status);
        await world.Mail.WaitAsync(stage.Organiser.Email!, "Received");
    }

    [Fact]
    public async Task With_it_a_submission_is_live_by_its_link_and_in_no_list_until_approved()
    {
        await SetAsync(live: true);
        var stage = await SubmittedAsync();
        var page = await world.Visitor().GetAsync(stage.Path);
        Assert.NotNull(page.Html.QuerySelector("#sign"));
        Assert.NotNull(page.Html.QuerySelector("meta[name=robots][content=noindex]"));
        await world.Mail.WaitAsync(stage.Organiser.Email!, "Received");
        await world.Mail.WaitAsync(stage.Organiser.Email!, "Live by its link");
        await AssertListedAsync(stage, listed: false);

        var queue = await world.Moderator.GetAsync("/admin/queue?show=Live");
        var open = await world.Moderator.GetAsync(queue.Html.QuerySelector($".queue__item > a[href*='{stage.Campaign.Id}']")!.GetAttribute("href")!);
        await world.Moderator.SubmitAsync(open, "form:has([value=Publish])");
        await AssertListedAsync(stage, listed: true);
        Assert.Null((await world.Visitor().GetAsync(stage.Path)).Html.QuerySelector("meta[name=robots]"));
        Assert.Equal("campaign.list", (await world.ActsAsync(stage.Campaign))[^1]);
        Assert.Equal(2, (await world.Mail.ToAsync(stage.Organiser.Email!)).Count);
    }

    [Fact]
    public async Task An_organiser_whose_address_is_unconfirmed_waits_like_everybody()
    {
        await SetAsync(live: true);
        var stage = await SubmittedAsync(confirmed: false);
        Assert.Equal(CampaignStatus.Submitted, (await world.ReadAsync(stage.Campaign)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path)).Status);
    }

    private async Task<Stage> SubmittedAsync(bool confirmed = true)
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Draft, c => c.Title = $"Late look {Guid.NewGuid():N}");
        await world.JoinAsync(stage.Organiser, stage.Organisation, MemberRole.Editor);
        var desk = await world.AtDeskAsync(stage.Organiser);
        await world.InDbAsync(null, db => db.Users.Where(u => u.Id == stage.Organiser.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.EmailConfirmed, confirmed)));
        await desk.SubmitAsync(await desk.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/edit/preview"), "#submit");
        return stage;
    }

    private async Task AssertListedAsync(Stage stage, bool listed)
    {
        foreach (var list in new[] { "/search?q=" + stage.Campaign.Title, "/" + stage.Organisation.Slug })
        {
            var page = await world.Visitor().GetAsync(list);
            Assert.Equal(listed, page.Html.QuerySelector($".petition a[href='{stage.Path}']") is not null);
        }
    }

    private async Task SetAsync(bool live)
    {
        Page page = await world.Admin.GetAsync("/admin/settings");
        await world.Admin.SubmitAsync(page, "#switches", ("LiveBeforeReview", live ? "true" : null));
    }
}
