using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Live;

namespace Platform.Petitions.Moderation;

/// <summary>Flag, park, bring back; and the hide tick of what was rejected.</summary>
[AdminPage]
[AcrossTenants]
public sealed class MarksController(PetitionsDb db, CampaignEntry entry, CampaignChanges changes, Audit audit) : Controller
{
    [HttpPost("/admin/campaigns/{id:guid}/mark")]
    public Task<IActionResult> Mark(Guid id, ReviewMark mark, CancellationToken ct) =>
        ChangeAsync(id, c => c.Put(mark), "campaign.mark-" + AdminWords.Key(mark), ct);

    [HttpPost("/admin/campaigns/{id:guid}/visibility")]
    public Task<IActionResult> Hide(Guid id, bool hide, CancellationToken ct) =>
        ChangeAsync(id, c => c.Hide(hide), hide ? "campaign.hide" : "campaign.show", ct);

    private async Task<IActionResult> ChangeAsync(Guid id, Func<Campaign, MoveRefusal> change, string action, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || change(campaign) != MoveRefusal.None)
        {
            return Redirect($"/admin/campaigns/{id}?done=refused");
        }

        audit.Note(action, id);
        await db.SaveChangesAsync(ct);
        changes.Mark(id);
        return Redirect($"/admin/campaigns/{id}?done=saved");
    }
}
