using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Live;

namespace Platform.Petitions.Moderation;

/// <summary>Takes a signer's reason off the page, or puts it back. The signature counts as before.</summary>
[AdminPage]
[AcrossTenants]
public sealed class HiddenReasonsController(PetitionsDb db, CampaignEntry entry, CampaignChanges changes, Audit audit) : Controller
{
    [HttpPost("/admin/campaigns/{id:guid}/signer-reasons/{signature:guid}")]
    public async Task<IActionResult> Set(Guid id, Guid signature, bool hidden, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is null)
        {
            return NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Signatures.Where(s => s.CampaignId == id && s.Id == signature).ExecuteUpdateAsync(set => set.SetProperty(s => s.ReasonHidden, hidden), ct) == 0)
        {
            return NotFound();
        }

        audit.Note(hidden ? "signature.reason-hide" : "signature.reason-show", id, $"signature {signature}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Mark(id);
        return Redirect("/admin/reports");
    }
}
