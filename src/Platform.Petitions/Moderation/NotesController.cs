using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Live;

namespace Platform.Petitions.Moderation;

/// <summary>Notes among staff, and the one note that everybody reads.</summary>
[AdminPage]
[AcrossTenants]
public sealed class NotesController(PetitionsDb db, CampaignEntry entry, CampaignChanges changes, Audit audit, CurrentUser user) : Controller
{
    private const int Longest = 4000;

    [HttpPost("/admin/campaigns/{id:guid}/notes")]
    public async Task<IActionResult> Add(Guid id, string? text, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is null)
        {
            return NotFound();
        }

        if (CleanText.MultiLine(text) is not { Length: > 0 and <= Longest } words)
        {
            return Redirect($"/admin/campaigns/{id}?done=not-saved#notes");
        }

        db.Notes.Add(new CampaignNote { CampaignId = id, Author = user.RequiredId, Text = words });
        audit.Note("campaign.note", id);
        await db.SaveChangesAsync(ct);
        return Redirect($"/admin/campaigns/{id}?done=saved#notes");
    }

    [HttpPost("/admin/campaigns/{id:guid}/public-note")]
    public async Task<IActionResult> Publish(Guid id, string? text, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (CleanText.MultiLine(text) is not { Length: <= Longest } words)
        {
            return Redirect($"/admin/campaigns/{id}?done=not-saved#notes");
        }

        campaign.Annotate(words.Length == 0 ? null : words);
        audit.Note("campaign.public-note", id);
        await db.SaveChangesAsync(ct);
        changes.Mark(id);
        return Redirect($"/admin/campaigns/{id}?done=saved#notes");
    }
}
