using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Desk;

/// <summary>Says what came of a campaign: state, audit line and an entry of its public history in one transaction.</summary>
public sealed class DeclareOutcome(PetitionsDb db, DatabaseClock clock, Audit audit, CampaignChanges changes)
{
    /// <param name="campaign">Tracked.</param>
    public async Task<MoveRefusal> RunAsync(Campaign campaign, Outcome outcome, string words, CancellationToken ct)
    {
        var refusal = campaign.Declare(outcome, words, await clock.NowAsync(ct));
        if (refusal == MoveRefusal.None)
        {
            audit.Note("campaign.outcome", campaign.Id, $"{outcome}: {words}");
            db.Timeline.Add(new TimelineEntry { CampaignId = campaign.Id, Kind = "outcome", Note = words });
            await db.SaveChangesAsync(ct);
            changes.Mark(campaign.Id);
        }

        return refusal;
    }
}
