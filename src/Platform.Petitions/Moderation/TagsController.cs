using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Moderation;

/// <summary>Words among staff that bring campaigns together; never public. The form saves itself while it is written, and works without scripts too.</summary>
[AdminPage]
[AcrossTenants]
public sealed class TagsController(PetitionsDb db, CampaignEntry entry, Audit audit) : Controller
{
    [HttpPost("/admin/campaigns/{id:guid}/tags")]
    public async Task<IActionResult> Save(Guid id, string? tags, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is null)
        {
            return NotFound();
        }

        if (CampaignTag.Read(tags) is not { } wanted)
        {
            return Redirect($"/admin/campaigns/{id}?done=not-saved#tags");
        }

        var known = await db.Tags.Where(t => t.CampaignId == id).ToListAsync(ct);
        var (gone, added) = (known.FindAll(t => !wanted.Contains(t.Tag)), wanted.Where(t => !known.Exists(k => k.Tag == t)).ToList());
        db.Tags.RemoveRange(gone);
        db.Tags.AddRange(added.Select(tag => new CampaignTag { CampaignId = id, Tag = tag }));
        audit.Note("campaign.tags", id, string.Join(", ", wanted));
        await db.SaveChangesAsync(ct);
        return Redirect($"/admin/campaigns/{id}?done=saved#tags");
    }
}
