using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Moderation;

/// <summary>Takes an organiser's update off the page, or puts it back. Its organisers read why at their desk.</summary>
[AdminPage]
[AcrossTenants]
public sealed class HiddenUpdatesController(PetitionsDb db, CampaignEntry entry, ChangeUpdate change) : Controller
{
    private const int Longest = 2000;

    [HttpPost("/admin/campaigns/{id:guid}/updates/{update:guid}")]
    public async Task<IActionResult> Set(Guid id, Guid update, bool hidden, string? because, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is null || await db.Updates.SingleOrDefaultAsync(u => u.CampaignId == id && u.Id == update, ct) is not { IsDraft: false } found)
        {
            return NotFound();
        }

        var words = CleanText.MultiLine(because);
        if (hidden && words.Length is 0 or > Longest)
        {
            return Redirect($"/admin/campaigns/{id}?done=not-saved#updates");
        }

        await (hidden ? change.HideAsync(found, words, ct) : change.ShowAsync(found, ct));
        return Redirect($"/admin/campaigns/{id}?done=saved#updates");
    }
}
