using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

public sealed class DecisionTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    [Fact]
    public async Task Approving_makes_it_public_and_tells_the_organiser_once()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted);
        var page = await DecideAsync(stage, CampaignMove.Publish);
        Assert.Contains("Approved: Bring Kavoos home", page.One(".undo")!, StringComparison.Ordinal);

        Assert.Equal(stage.Path, page.Html.QuerySelector("aside a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().GetAsync(stage.Path)).Status);
        Assert.Contains("Bring Kavoos home", (await world.Visitor().GetAsync("/search?q=Kavoos")).Text, StringComparison.Ordinal);
        var mail = await world.Mail.WaitAsync(stage.Organiser.Email!, "Published");
        Assert.Contains(mail.Links, link => link.AbsolutePath == stage.Path);
        Assert.Single(await world.Mail.ToAsync(stage.Organiser.Email!));
        Assert.Equal(["campaign.start", "campaign.publish"], await world.ActsAsync(stage.Campaign));
    }

    [Fact]
    public async Task Approval_is_refused_while_the_organisers_address_is_unconfirmed()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted);
        await world.InDbAsync(null, db => db.Users.Where(u => u.Id == stage.Organiser.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.EmailConfirmed, false)));

        var page = await DecideAsync(stage, CampaignMove.Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("has not confirmed their own address", page.One(".notice--danger")!, StringComparison.Ordinal);
        Assert.Contains("address not confirmed", page.One(".facts")!, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Submitted, (await world.ReadAsync(stage.Campaign)).Status);
        Assert.False(await world.InDbAsync(stage.Organisation.Id, db => db.Outbox.AnyAsync(m => m.CampaignId == stage.Campaign.Id)));
    }

    [Fact]
    public async Task Asking_for_changes_opens_the_draft_again_with_the_moderators_words()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted);
        var silent = await DecideAsync(stage, CampaignMove.RequestChanges);
        Assert.Contains("Write what the organiser should know", silent.One(".notice--danger")!, StringComparison.Ordinal);

        await DecideAsync(stage, CampaignMove.RequestChanges, ("Text", "Say *who* decides this."));
        Assert.Equal(CampaignStatus.ChangesRequested, (await world.ReadAsync(stage.Campaign)).Status);
        var mail = await world.Mail.WaitAsync(stage.Organiser.Email!, "Please change something");
        Assert.Contains("Say *who* decides this.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<em>who</em>", mail.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path)).Status);
    }

    [Fact]
    public async Task A_rejection_needs_a_reason_from_the_list_and_its_page_says_which()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted);
        var none = await DecideAsync(stage, CampaignMove.Reject, ("Text", "No."));
        Assert.Contains("Choose a reason", none.One(".notice--danger")!, StringComparison.Ordinal);
        Assert.Equal("No.", none.One("#reject-text"));
        var unknown = await world.Moderator.PostDirectlyAsync($"/admin/decisions/{stage.Campaign.Id}", ("Move", "Reject"), ("Reason", "because"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);

        await DecideAsync(stage, CampaignMove.Reject, ("Reason", "duplicate"), ("Text", "Sign the other one."));
        var mail = await world.Mail.WaitAsync(stage.Organiser.Email!, "Rejected");
        Assert.Contains("already open", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Sign the other one.", mail.Text, StringComparison.Ordinal);
        Assert.Contains(mail.Links, link => link.AbsolutePath == stage.Path);
        var page = await world.Visitor().GetAsync(stage.Path);
        Assert.Contains("already open", page.One("[data-reason=duplicate]")!, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Campaign.Title, (await world.Visitor().GetAsync("/" + stage.Organisation.Slug)).Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spam", null)]
    [InlineData("duplicate", "true")]
    public async Task A_hiding_reason_or_the_tick_alone_hides_the_page_and_the_mail_has_no_link_to_it(string reason, string? hide)
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted);
        await DecideAsync(stage, CampaignMove.Reject, ("Reason", reason), ("Hide", hide));
        Assert.Equal(HttpStatusCode.NotFound, (await world.Visitor().GetAsync(stage.Path)).Status);
        var mail = await world.Mail.WaitAsync(stage.Organiser.Email!, "Rejected");
        Assert.DoesNotContain(mail.Links, link => link.AbsolutePath == stage.Path);

        var file = await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}");
        await world.Moderator.SubmitAsync(file, "form[action$='/visibility']");
        Assert.Equal(HttpStatusCode.OK, (await world.Visitor().GetAsync(stage.Path)).Status);
        Assert.Single(await world.Mail.ToAsync(stage.Organiser.Email!));
        Assert.Equal("campaign.show", (await world.ActsAsync(stage.Campaign))[^1]);
    }

    [Fact]
    public async Task Words_end_at_four_thousand_letters_and_are_not_lost_when_there_are_more()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted);
        var page = await DecideAsync(stage, CampaignMove.Reject, ("Reason", "duplicate"), ("Text", new string('x', 4001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(4001, page.One("#reject-text")!.Length);
        await DecideAsync(stage, CampaignMove.Reject, ("Reason", "duplicate"), ("Text", new string('x', 4000)));
        Assert.Equal(4000, (await world.ReadAsync(stage.Campaign)).Explanation!.Length);
    }

    [Fact]
    public async Task A_removed_page_is_gone_and_explains_itself()
    {
        var stage = await Stage.SetAsync(world);
        await DecideAsync(stage, CampaignMove.Remove, ("Text", "A court has ordered it."));
        var page = await world.Visitor().GetAsync(stage.Path);
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("A court has ordered it.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kavoos", page.Text, StringComparison.Ordinal);
        Assert.Contains("A court has ordered it.", (await world.Mail.WaitAsync(stage.Organiser.Email!, "Removed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_is_taken_back_within_its_seconds_and_nobody_heard_of_it()
    {
        await using var patient = new PatientWorld();
        await patient.InitializeAsync();
        var stage = await Stage.SetAsync(patient, CampaignStatus.Submitted);
        var page = await patient.Moderator.SubmitAsync(await patient.Moderator.GetAsync($"/admin/queue/{stage.Campaign.Id}"), "form:has([value=Publish])");
        Assert.Equal(HttpStatusCode.OK, (await patient.Visitor().GetAsync(stage.Path)).Status);

        var undone = await patient.Moderator.SubmitAsync(page, ".undo");
        Assert.Equal($"/admin/queue/{stage.Campaign.Id}", undone.Address.AbsolutePath);
        Assert.Contains("Undone. Nobody was told.", undone.Text, StringComparison.Ordinal);
        var campaign = await patient.ReadAsync(stage.Campaign);
        Assert.Equal((CampaignStatus.Submitted, 0), (campaign.Status, campaign.TextVersion));
        Assert.All(campaign.Texts, text => Assert.Null(text.ApprovedAt));
        Assert.Equal(HttpStatusCode.NotFound, (await patient.Visitor().GetAsync(stage.Path)).Status);
        Assert.False(await patient.InDbAsync(stage.Organisation.Id, db => db.Outbox.AnyAsync(m => m.CampaignId == stage.Campaign.Id)));
        Assert.False(await patient.InDbAsync(stage.Organisation.Id, db => db.Timeline.AnyAsync(e => e.CampaignId == stage.Campaign.Id)));

        // The same ticket again, and another's ticket, open nothing.
        Assert.Contains("Too late to undo", (await patient.Moderator.SubmitAsync(page, ".undo")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await patient.Moderator.PostDirectlyAsync($"/admin/decisions/{stage.Campaign.Id}/undo", ("ticket", "forged"))).Status);
    }

    [Fact]
    public async Task Once_the_organiser_was_told_it_is_too_late_to_undo()
    {
        var stage = await Stage.SetAsync(world, CampaignStatus.Submitted);
        var page = await DecideAsync(stage, CampaignMove.Publish);
        await world.Mail.WaitAsync(stage.Organiser.Email!, "Published");
        Assert.Contains("Too late to undo", (await world.Moderator.SubmitAsync(page, ".undo")).Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Published, (await world.ReadAsync(stage.Campaign)).Status);
    }

    [Fact]
    public async Task Once_somebody_signed_it_is_too_late_to_undo()
    {
        await using var patient = new PatientWorld();
        await patient.InitializeAsync();
        var stage = await Stage.SetAsync(patient, CampaignStatus.Submitted);
        var page = await patient.Moderator.SubmitAsync(await patient.Moderator.GetAsync($"/admin/queue/{stage.Campaign.Id}"), "form:has([value=Publish])");
        await stage.SignAsync(patient.Visitor(), "Quick Signer", "quick@undo.example");
        Assert.Contains("Too late to undo", (await patient.Moderator.SubmitAsync(page, ".undo")).Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Published, (await patient.ReadAsync(stage.Campaign)).Status);
    }

    private async Task<Page> DecideAsync(Stage stage, CampaignMove move, params (string Name, string? Value)[] fields) =>
        await world.Moderator.SubmitAsync(await world.Moderator.GetAsync($"/admin/campaigns/{stage.Campaign.Id}"), $"form:has([name=Move][value={move}])", fields);
}
