using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Live;

namespace Platform.Petitions.Moderation;

/// <summary>Carries out a moderator's decision: stored at once, told to the organiser after the seconds in which it can be undone.</summary>
public sealed class DecideCampaign(PetitionsDb db, CampaignMoves moves, CampaignChanges changes, Audit audit, DatabaseClock clock, ReviewOptions options, CurrentUser user)
{
    /// <param name="campaign">Tracked, with its texts; the scope works for its organisation.</param>
    public async Task<DecisionOutcome> RunAsync(Campaign campaign, Decision decision, CancellationToken ct)
    {
        if (campaign.ClaimedBy is { } holder && holder != user.RequiredId)
        {
            return new DecisionOutcome.Held();
        }

        var text = decision.Text ?? "";
        if (decision.Move is CampaignMove.RequestChanges or CampaignMove.Suspend or CampaignMove.Remove && text.Length == 0)
        {
            return new DecisionOutcome.NeedsText();
        }

        var reason = decision.Move == CampaignMove.Reject
            ? await db.RejectionReasons.SingleOrDefaultAsync(r => r.Code == decision.Reason && r.RetiredAt == null, ct)
            : null;
        if (decision.Move == CampaignMove.Reject && reason is null)
        {
            return new DecisionOutcome.NeedsReason();
        }

        try
        {
            return IsLateLook(campaign, decision)
                ? await ListAsync(campaign, ct)
                : await MoveAsync(campaign, decision, reason, text, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new DecisionOutcome.Raced();
        }
    }

    /// <summary>Approving what is live by link already: it becomes listed, and there is nothing to tell.</summary>
    private static bool IsLateLook(Campaign campaign, Decision decision) =>
        decision.Move == CampaignMove.Publish && campaign is { Status: CampaignStatus.Published, ReviewedAt: null };

    private async Task<DecisionOutcome> ListAsync(Campaign campaign, CancellationToken ct)
    {
        campaign.List(await clock.NowAsync(ct));
        campaign.Claim(null, default);
        audit.Note("campaign.list", campaign.Id);
        await db.SaveChangesAsync(ct);
        changes.Mark(campaign.Id);
        return new DecisionOutcome.Done(null);
    }

    private async Task<DecisionOutcome> MoveAsync(Campaign campaign, Decision decision, RejectionReason? reason, string text, CancellationToken ct)
    {
        var by = MoveRule.ActorOf(user.PlatformRole);
        var now = await clock.NowAsync(ct);
        var confirmed = await db.Users.ConfirmedAsync(campaign.CreatedBy, ct);
        var before = campaign.State();
        var refusal = await moves.RunAsync(campaign, decision.Move, c => Apply(c), ct, mailDue: now + options.Undo);
        return refusal == MoveRefusal.None
            ? new DecisionOutcome.Done(new UndoTicket(
                campaign.Id, decision.Move, campaign.Version, db.Outbox.Local.Single().Id, db.Timeline.Local.SingleOrDefault()?.Id, before))
            : new DecisionOutcome.Refused(refusal);

        MoveRefusal Apply(Campaign c) => decision.Move switch
        {
            CampaignMove.Publish => c.Publish(by, user.RequiredId, confirmed, reviewed: true, now),
            CampaignMove.RequestChanges => c.RequestChanges(by, text),
            CampaignMove.Reject => c.Reject(by, reason!.Code, text.Length == 0 ? null : text, reason.Hides || decision.Hide),
            CampaignMove.Suspend => c.Suspend(by, text),
            CampaignMove.Resume => c.Resume(by),
            CampaignMove.Remove => c.Remove(by, text),
            CampaignMove.Restore => c.Restore(by, now),
            CampaignMove.Reconsider => c.Reconsider(by),
            CampaignMove.Reopen => Reopen(c),
            CampaignMove.Close => c.Close(by, ClosingReason.Other, text.Length == 0 ? null : text, now),
            CampaignMove.Archive => c.Archive(by),
            CampaignMove.Gather or CampaignMove.Submit or CampaignMove.TakeBack => MoveRefusal.NotByYou,
        };

        MoveRefusal Reopen(Campaign c) => decision.ClosesAt switch
        {
            null => MoveRefusal.NoClosingDate,
            var end when end <= now => MoveRefusal.ClosesInThePast,
            var end when end > now.AddYears(Campaign.LongestRunYears) => MoveRefusal.ClosesTooLate,
            { } end => c.Reopen(by, end),
        };
    }
}
