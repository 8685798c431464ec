using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Accounts;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;

namespace Platform.Petitions.Moderation;

/// <summary>What follows a submission: where the platform says so, the campaign is live by its link at once, unlisted until somebody has looked.</summary>
public sealed class AfterSubmit(PetitionsDb db, CampaignMoves moves, DatabaseClock clock)
{
    /// <param name="campaign">Tracked, with its texts, already saved as submitted.</param>
    public async Task RunAsync(Campaign campaign, CancellationToken ct)
    {
        if (campaign.Status != CampaignStatus.Submitted || !await db.SiteSettings.AnyAsync(s => s.LiveBeforeReview, ct))
        {
            return;
        }

        var confirmed = await db.Users.ConfirmedAsync(campaign.CreatedBy, ct);
        var now = await clock.NowAsync(ct);
        // An unconfirmed organiser simply waits in the queue, as everybody does without the setting.
        await moves.RunAsync(
            campaign,
            CampaignMove.Publish,
            c => c.Publish(MoveActor.Clock, moderator: null, confirmed, reviewed: false, now),
            ct,
            note: "live by link, unlisted until reviewed");
    }
}

internal static class ConfirmedUsers
{
    public static Task<bool> ConfirmedAsync(this IQueryable<User> users, Guid id, CancellationToken ct) =>
        users.AnyAsync(u => u.Id == id && u.EmailConfirmed, ct);
}
