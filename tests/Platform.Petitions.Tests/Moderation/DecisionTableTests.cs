using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Testing.Data;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Petitions.Tests.Moderation;

/// <summary>Every decision from every state by both roles, posted directly: what is in the table happens, with its one mail or none and what the public then sees; nothing else does.</summary>
public sealed class DecisionTableTests(StaffWorld world) : IClassFixture<StaffWorld>
{
    private const int Ok = 200;
    private const int Absent = 404;
    private const int Gone = 410;

    private static readonly string NextYear = TimeProvider.System.GetUtcNow().AddYears(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly Outcome[] Table =
    [
        new("submitted", CampaignMove.Publish, PlatformRole.Moderator, CampaignStatus.Published, Ok, "Published"),
        new("submitted", CampaignMove.RequestChanges, PlatformRole.Moderator, CampaignStatus.ChangesRequested, Absent, "Please change something"),
        new("submitted", CampaignMove.Reject, PlatformRole.Moderator, CampaignStatus.Rejected, Ok, "Rejected"),
        new("flagged", CampaignMove.Publish, PlatformRole.Moderator, CampaignStatus.Published, Ok, "Published"),
        new("flagged", CampaignMove.RequestChanges, PlatformRole.Moderator, CampaignStatus.ChangesRequested, Absent, "Please change something"),
        new("flagged", CampaignMove.Reject, PlatformRole.Moderator, CampaignStatus.Rejected, Ok, "Rejected"),
        new("parked", CampaignMove.Publish, PlatformRole.Moderator, CampaignStatus.Published, Ok, "Published"),
        new("parked", CampaignMove.RequestChanges, PlatformRole.Moderator, CampaignStatus.ChangesRequested, Absent, "Please change something"),
        new("parked", CampaignMove.Reject, PlatformRole.Moderator, CampaignStatus.Rejected, Ok, "Rejected"),
        new("rejected", CampaignMove.Reconsider, PlatformRole.Moderator, CampaignStatus.Submitted, Absent, "In review again"),
        new("rejected", CampaignMove.Remove, PlatformRole.Moderator, CampaignStatus.Removed, Gone, "Removed"),
        new("hidden", CampaignMove.Reconsider, PlatformRole.Moderator, CampaignStatus.Submitted, Absent, "In review again"),
        new("hidden", CampaignMove.Remove, PlatformRole.Moderator, CampaignStatus.Removed, Absent, "Removed"),
        new("unlisted", CampaignMove.Publish, PlatformRole.Moderator, CampaignStatus.Published, Ok, null),
        new("unlisted", CampaignMove.Reject, PlatformRole.Moderator, CampaignStatus.Rejected, Ok, "Rejected"),
        new("unlisted", CampaignMove.Suspend, PlatformRole.Moderator, CampaignStatus.Suspended, Ok, "Suspended"),
        new("unlisted", CampaignMove.Remove, PlatformRole.Moderator, CampaignStatus.Removed, Gone, "Removed"),
        new("unlisted", CampaignMove.Close, PlatformRole.Admin, CampaignStatus.Closed, Ok, "Closed by the platform"),
        new("open", CampaignMove.Suspend, PlatformRole.Moderator, CampaignStatus.Suspended, Ok, "Suspended"),
        new("open", CampaignMove.Remove, PlatformRole.Moderator, CampaignStatus.Removed, Gone, "Removed"),
        new("open", CampaignMove.Close, PlatformRole.Admin, CampaignStatus.Closed, Ok, "Closed by the platform"),
        new("suspended", CampaignMove.Resume, PlatformRole.Moderator, CampaignStatus.Published, Ok, "No longer suspended"),
        new("suspended", CampaignMove.Remove, PlatformRole.Moderator, CampaignStatus.Removed, Gone, "Removed"),
        new("closed", CampaignMove.Remove, PlatformRole.Moderator, CampaignStatus.Removed, Gone, "Removed"),
        new("closed", CampaignMove.Reopen, PlatformRole.Admin, CampaignStatus.Published, Ok, "Open again"),
        new("closed", CampaignMove.Archive, PlatformRole.Admin, CampaignStatus.Archived, Ok, null),
        new("archived", CampaignMove.Remove, PlatformRole.Moderator, CampaignStatus.Removed, Gone, "Removed"),
        new("removed", CampaignMove.Restore, PlatformRole.Admin, CampaignStatus.Closed, Ok, "Restored"),
        new("removed after rejection", CampaignMove.Restore, PlatformRole.Admin, CampaignStatus.Rejected, Ok, "Restored"),
    ];

    public static TheoryData<string, PlatformRole> Rows => new(
        from state in new[]
        {
            "draft", "gathering", "changes requested", "submitted", "flagged", "parked", "rejected", "hidden", "unlisted", "open", "suspended", "closed", "archived", "removed",
            "removed after rejection",
        }
        from role in new[] { PlatformRole.Moderator, PlatformRole.Admin }
        select (state, role));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task From_here_only_what_the_table_says(string state, PlatformRole role)
    {
        var told = new List<(Stage Stage, string? Mail)>();
        Stage? left = null;
        foreach (var move in Enum.GetValues<CampaignMove>())
        {
            // A refused move leaves the campaign for the next one.
            var stage = left ?? await InStateAsync(state);
            var (before, seen) = (await world.ReadAsync(stage.Campaign), await StatusOfAsync(stage));
            var page = await (role == PlatformRole.Admin ? world.Admin : world.Moderator).PostDirectlyAsync(
                $"/admin/decisions/{stage.Campaign.Id}",
                ("Move", move.ToString()), ("Reason", "duplicate"), ("Text", "Because."), ("ClosesOn", NextYear));

            var after = await world.ReadAsync(stage.Campaign);
            if (Table.SingleOrDefault(o => o.State == state && o.Move == move && role >= o.Least) is { } expected)
            {
                Assert.True(page.Status == HttpStatusCode.OK, $"{move}: {page.Status} {page.One(".notice--danger")}");
                Assert.True((expected.To, expected.Public) == (after.Status, await StatusOfAsync(stage)), $"{move} led to {after.Status}, {await StatusOfAsync(stage)}");
                told.Add((stage, expected.Mail));
                left = null;
            }
            else
            {
                Assert.True(page.Status == HttpStatusCode.UnprocessableEntity, $"{move} was not refused: {page.Status}");
                Assert.True(before.Status == after.Status && before.Version == after.Version && seen == await StatusOfAsync(stage), $"{move} was refused and changed something");
                Assert.NotNull(page.Html.QuerySelector(".notice--danger"));
                left = stage;
            }
        }

        if (left is not null)
        {
            told.Add((left, null));
        }

        foreach (var (stage, mail) in told)
        {
            await SentAsync(stage);
            var mails = await world.Mail.ToAsync(stage.Organiser.Email!);
            Assert.Equal(mail is null ? [] : [mail], mails.Select(m => m.Subject[..Math.Min(m.Subject.Length, mail?.Length ?? m.Subject.Length)]));
        }
    }

    [Fact]
    public void The_table_leaves_out_no_move_that_staff_may_make() => Assert.Equal(
        MoveRule.All.Where(r => r.By.Contains(MoveActor.Moderator) || r.By.Contains(MoveActor.Admin)).Select(r => r.Move).Order(),
        Table.Select(o => o.Move).Distinct().Order());

    private async Task<Stage> InStateAsync(string state)
    {
        var status = state switch
        {
            "draft" or "gathering" => CampaignStatus.Draft,
            "changes requested" => CampaignStatus.ChangesRequested,
            "submitted" or "flagged" or "parked" => CampaignStatus.Submitted,
            "rejected" or "hidden" or "removed after rejection" => CampaignStatus.Rejected,
            "unlisted" or "open" => CampaignStatus.Published,
            "suspended" => CampaignStatus.Suspended,
            "closed" => CampaignStatus.Closed,
            "archived" => CampaignStatus.Archived,
            "removed" => CampaignStatus.Removed,
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        var stage = await Stage.SetAsync(world, status, c => (c.Hidden, c.Reviewed) = (state == "hidden", state != "unlisted"));
        await world.InDbAsync(stage.Organisation.Id, async db =>
        {
            var (campaign, organisation) = (await db.Campaigns.Include(c => c.Texts).SingleAsync(), await db.Organisations.SingleAsync(o => o.Id == stage.Organisation.Id));
            // It would be sent to review by the clock if nobody were missing.
            organisation.AskForCoSponsors(state == "gathering" ? 5 : 0, 20);
            _ = state switch
            {
                "gathering" => campaign.Gather(TimeProvider.System.GetUtcNow()),
                "flagged" => campaign.Put(ReviewMark.Flagged),
                "parked" => campaign.Put(ReviewMark.Parked),
                "removed after rejection" => campaign.Remove(MoveActor.Moderator, "Because."),
                _ => MoveRefusal.None,
            };
            return await db.SaveChangesAsync();
        });
        return stage;
    }

    private async Task<int> StatusOfAsync(Stage stage) => (int)(await world.Visitor().GetAsync(stage.Path)).Status;

    /// <summary>Waits until nothing about the campaign is in the outbox any more.</summary>
    private Task SentAsync(Stage stage) => Until.TrueAsync(
        () => world.InDbAsync(stage.Organisation.Id, db => db.Outbox.AllAsync(m => m.CampaignId != stage.Campaign.Id || m.DoneAt != null)), "the campaign's mails are done with");

    /// <param name="Mail">How the subject of the one mail begins; null when nobody is told.</param>
    private sealed record Outcome(string State, CampaignMove Move, PlatformRole Least, CampaignStatus To, int Public, string? Mail);
}
