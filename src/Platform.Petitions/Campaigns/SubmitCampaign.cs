using Microsoft.EntityFrameworkCore;
using Platform.Petitions.CoSponsors;
using Platform.Petitions.Drafting;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Campaigns;

/// <summary>The organiser is done writing: the campaign goes to review, or first gathers the co-sponsors its organisation asks for.</summary>
public sealed class SubmitCampaign(PetitionsDb db, CampaignMoves moves, CoSponsoring coSponsoring, AfterSubmit afterSubmit, TimeProvider clock)
{
    public async Task<SubmitOutcome> RunAsync(Guid id, CancellationToken ct)
    {
        var campaign = await db.Campaigns.Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (campaign is null)
        {
            return SubmitOutcome.NotFound;
        }

        if (campaign.Status != CampaignStatus.Gathering && (!DraftRules.CanEdit(campaign.Status) || DraftGaps.Of(campaign, clock.GetUtcNow()).Count > 0))
        {
            return DraftRules.CanEdit(campaign.Status) ? SubmitOutcome.Incomplete : SubmitOutcome.Elsewhere;
        }

        try
        {
            return await GoAsync(campaign, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The button was pressed twice, or somebody else moved it: what came first stands.
            db.ChangeTracker.Clear();
            return SubmitOutcome.Elsewhere;
        }
    }

    private async Task<SubmitOutcome> GoAsync(Campaign campaign, CancellationToken ct)
    {
        if (!await coSponsoring.EnoughAsync(campaign, ct))
        {
            return campaign.Status == CampaignStatus.Gathering || await coSponsoring.GatherAsync(campaign, ct) == MoveRefusal.None
                ? SubmitOutcome.Gathering
                : SubmitOutcome.Incomplete;
        }

        if (await moves.RunAsync(campaign, CampaignMove.Submit, c => c.Submit(MoveActor.Organiser, clock.GetUtcNow()), ct) != MoveRefusal.None)
        {
            return SubmitOutcome.Incomplete;
        }

        await afterSubmit.RunAsync(campaign, ct);
        return SubmitOutcome.Submitted;
    }
}

public enum SubmitOutcome
{
    Submitted,
    Gathering,

    /// <summary>Something is missing; the preview says what.</summary>
    Incomplete,

    /// <summary>It is not a draft any more.</summary>
    Elsewhere,
    NotFound,
}
