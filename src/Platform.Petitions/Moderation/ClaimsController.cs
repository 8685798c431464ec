using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Moderation;

/// <summary>Who of the moderators holds a campaign.</summary>
[AdminPage]
[AcrossTenants]
public sealed class ClaimsController(PetitionsDb db, CampaignEntry entry, DatabaseClock clock, Audit audit, CurrentUser user) : Controller
{
    /// <param name="force">Takes it from whoever holds it.</param>
    [HttpPost("/admin/claims/{id:guid}")]
    public async Task<IActionResult> Take(Guid id, bool force, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (campaign.ClaimedBy is { } holder && holder != user.RequiredId && !force)
        {
            return Redirect($"/admin/queue/{id}");
        }

        audit.Note(campaign.ClaimedBy is null || campaign.ClaimedBy == user.Id ? "campaign.claim" : "campaign.claim-forced", id);
        campaign.Claim(user.RequiredId, await clock.NowAsync(ct));
        await db.SaveChangesAsync(ct);
        return Redirect($"/admin/queue/{id}");
    }

    [HttpPost("/admin/claims/{id:guid}/release")]
    public async Task<IActionResult> Release(Guid id, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (campaign.ClaimedBy == user.RequiredId)
        {
            campaign.Claim(null, default);
            audit.Note("campaign.release", id);
            await db.SaveChangesAsync(ct);
        }

        return Redirect($"/admin/queue/{id}");
    }
}
