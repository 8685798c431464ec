using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Outbox;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Campaigns;

/// <summary>What a move leaves behind: one audit line, one mail or none, one public entry or none. A refused one leaves nothing.</summary>
public sealed class MovesTests(TestHost host) : IClassFixture<TestHost>
{
    private static readonly string[] OrganiserPosts = ["/submission", "/submission/return", "/closure", "/archive"];

    public static TheoryData<CampaignMove> Moves => MoveRuleTests.Moves;

    [Theory]
    [MemberData(nameof(Moves))]
    public async Task A_move_leaves_one_audit_line_its_mail_and_its_public_entry(CampaignMove move)
    {
        var expected = ExpectedMove.All.Single(m => m.Move == move);
        foreach (var from in expected.From)
        {
            var stage = await Stage.SetAsync(host, from);
            await host.InScopeAsync(stage.Organisation.Id, async services =>
            {
                var campaign = await services.GetRequiredService<PetitionsDb>().Campaigns.Include(c => c.Texts).SingleAsync(c => c.Id == stage.Campaign.Id);
                return await services.GetRequiredService<CampaignMoves>().RunAsync(campaign, move, c => expected.Try(c, expected.By[^1], TimeProvider.System.GetUtcNow()), CancellationToken.None);
            });

            var left = await LeftAsync(stage);
            Assert.Equal((expected.To, "campaign." + move.ToString().ToLowerInvariant(), expected.Timeline ? 1 : 0), (left.Status, left.Audit, left.Timeline));
            await SettledAsync(stage);
            var mails = await host.Mail.ToAsync(stage.Organiser.Email!);
            Assert.Equal(expected.Mail is null ? [] : [expected.Mail], mails.Select(m => m.Subject[..m.Subject.IndexOf(':', StringComparison.Ordinal)]));
        }
    }

    [Theory]
    [InlineData(CampaignStatus.Draft)]
    [InlineData(CampaignStatus.Gathering)]
    [InlineData(CampaignStatus.Submitted)]
    [InlineData(CampaignStatus.ChangesRequested)]
    [InlineData(CampaignStatus.Rejected)]
    [InlineData(CampaignStatus.Published)]
    [InlineData(CampaignStatus.Suspended)]
    [InlineData(CampaignStatus.Closed)]
    [InlineData(CampaignStatus.Archived)]
    [InlineData(CampaignStatus.Removed)]
    public async Task A_forbidden_move_is_refused_also_when_it_is_posted_directly(CampaignStatus status)
    {
        var stage = await Stage.SetAsync(host, status);
        var (owner, _) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);
        var moderator = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Moderator));
        var admin = await host.SignedInAsync(await host.UserAsync(role: PlatformRole.Admin));
        var before = await LeftAsync(stage);

        foreach (var below in OrganiserPosts.Where(p => !OrganiserMayPost(p, status)))
        {
            await owner.PostDirectlyAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}{below}", ("Reason", "other"), ("Words", "Enough."));
            Assert.Equal(before, await LeftAsync(stage));
        }

        foreach (var move in ExpectedMove.All)
        {
            foreach (var (staff, actor) in new[] { (moderator, MoveActor.Moderator), (admin, MoveActor.Admin) })
            {
                if (!move.Allows(status, actor))
                {
                    await staff.PostDirectlyAsync(
                        $"/admin/decisions/{stage.Campaign.Id}", ("Move", move.Move.ToString()), ("Text", "Because."), ("Reason", "other"),
                        ("ClosesOn", TimeProvider.System.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
                    Assert.True(before == await LeftAsync(stage), $"{move.Move} from {status} by {actor}");
                }
            }
        }

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await owner.PostDirectlyAsync($"/admin/decisions/{stage.Campaign.Id}", ("Move", "Publish"))).Status);
        Assert.Equal(before, await LeftAsync(stage));
    }

    [Fact]
    public async Task An_organiser_who_closes_gets_no_mail_about_the_own_act()
    {
        var stage = await Stage.SetAsync(host);
        var (owner, user) = await host.MemberAsync(stage.Organisation, MemberRole.Owner);
        var asked = await owner.GetAsync($"/{stage.Organisation.Slug}/desk/campaigns/{stage.Campaign.Id}/closure");
        var blank = await owner.SubmitAsync(asked, "#close", ("Reason", "withdrawn"), ("Words", " "));
        Assert.Contains("why it ends", blank.One("#Words-error"), StringComparison.Ordinal);

        await owner.SubmitAsync(asked, "#close", ("Reason", "withdrawn"), ("Words", "We no longer ask for this."));

        await SettledAsync(stage);
        Assert.Equal(CampaignStatus.Closed, (await LeftAsync(stage)).Status);
        Assert.Empty(await host.Mail.ToAsync(stage.Organiser.Email!));
        Assert.Empty(await host.Mail.ToAsync(user.Email!));
        var page = await host.Visitor().GetAsync(stage.Path);
        Assert.Contains("withdrew it on", page.Text, StringComparison.Ordinal);
        Assert.Contains("We no longer ask for this.", page.Text, StringComparison.Ordinal);
    }

    private static bool OrganiserMayPost(string below, CampaignStatus status) => below switch
    {
        "/submission" => status is CampaignStatus.Draft or CampaignStatus.ChangesRequested or CampaignStatus.Gathering,
        "/submission/return" => status is CampaignStatus.Gathering or CampaignStatus.Submitted,
        "/closure" => status == CampaignStatus.Published,
        _ => status == CampaignStatus.Closed,
    };

    private Task<Left> LeftAsync(Stage stage) => host.InDbAsync(stage.Organisation.Id, async db => new Left(
        await db.Campaigns.Where(c => c.Id == stage.Campaign.Id).Select(c => c.Status).SingleAsync(),
        string.Join(' ', await db.Audit.Where(a => a.CampaignId == stage.Campaign.Id && a.Action != "campaign.start").OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()),
        await db.Timeline.CountAsync(t => t.CampaignId == stage.Campaign.Id),
        await db.Outbox.CountAsync(m => m.CampaignId == stage.Campaign.Id)));

    /// <summary>Until the pump has looked at everything that was laid about this campaign.</summary>
    private Task SettledAsync(Stage stage) => Until.TrueAsync(
        () => host.InDbAsync(stage.Organisation.Id, db => db.Outbox.AllAsync(m => m.CampaignId != stage.Campaign.Id || m.Outcome != MailOutcome.Waiting)), "the campaign's mails are done with");

    private sealed record Left(CampaignStatus Status, string Audit, int Timeline, int Outbox);
}
