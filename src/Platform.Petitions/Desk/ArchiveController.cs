using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.Desk;

/// <summary>Putting a closed campaign away: its page stays, lists forget it. Whoever has not said what came of it is asked for that first.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/campaigns/{id:guid}/archive")]
public sealed class ArchiveController(PetitionsDb db, CampaignMoves moves, DraftDesk desk) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Archive(Guid id, CancellationToken ct)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var refusal = await moves.RunAsync(campaign, CampaignMove.Archive, c => c.Archive(MoveActor.Organiser), ct);
        return LocalRedirect(desk.Address(id, refusal == MoveRefusal.NoOutcome ? "/outcome" : ""));
    }
}
