using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.ShareTexts;

namespace Platform.Petitions.Moderation;

/// <summary>Takes one of an organiser's share texts off the pages. Its organisers read why at their desk.</summary>
[AdminPage]
[AcrossTenants]
public sealed class RemovedShareTextsController(CampaignEntry entry, ChangeShareTexts change) : Controller
{
    private const int Longest = 2000;

    [HttpPost("/admin/campaigns/{id:guid}/share-texts/{number:int}")]
    public async Task<IActionResult> Remove(Guid id, int number, string? because, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is null)
        {
            return NotFound();
        }

        var words = CleanText.MultiLine(because);
        var done = words.Length is > 0 and <= Longest && await change.RemoveAsync(id, number, words, ct);
        return Redirect($"/admin/campaigns/{id}?done={(done ? "saved" : "not-saved")}#share-texts");
    }
}
