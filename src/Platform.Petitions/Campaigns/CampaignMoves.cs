using Platform.Petitions.Live;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Campaigns;

/// <summary>One move with all that belongs to it in one transaction: state, audit line, timeline entry, mail to the organiser.</summary>
public sealed class CampaignMoves(PetitionsDb db, Audit audit, CampaignChanges changes)
{
    /// <param name="apply">The entity's method for this move, for example <c>c => c.Suspend(actor, words)</c>.</param>
    /// <param name="note">Words for the audit line.</param>
    /// <param name="mailDue">When the organiser hears of it; at once when null. Staff can take a decision back until then.</param>
    /// <returns>Why it did not happen, or None. Refused moves change nothing.</returns>
    public async Task<MoveRefusal> RunAsync(
        Campaign campaign, CampaignMove move, Func<Campaign, MoveRefusal> apply, CancellationToken ct, string? note = null, DateTimeOffset? mailDue = null)
    {
        var refusal = apply(campaign);
        if (refusal != MoveRefusal.None)
        {
            return refusal;
        }

        var name = move.ToString().ToLowerInvariant();
        audit.Note("campaign." + name, campaign.Id, note ?? campaign.Explanation);
        if (MoveRule.Of(move).OnTimeline)
        {
            db.Timeline.Add(new TimelineEntry { CampaignId = campaign.Id, Kind = name, Note = campaign.Explanation });
        }

        var mail = new OutboxMail(MailKind.CampaignMoved, campaign.TenantId, campaign.Id, campaign.CreatedBy, move.ToString());
        if (mailDue is { } due)
        {
            mail.WaitUntil(due);
        }

        db.Outbox.Add(mail);
        await db.SaveChangesAsync(ct);
        changes.Mark(campaign.Id);
        return MoveRefusal.None;
    }
}
