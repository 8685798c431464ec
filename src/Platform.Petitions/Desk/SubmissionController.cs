using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;
using Platform.Petitions.Site;

namespace Platform.Petitions.Desk;

/// <summary>Sending a campaign off, and taking it back while nobody has decided.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/submission")]
public sealed class SubmissionController(PetitionsDb db, SubmitCampaign submit, CampaignMoves moves, DraftDesk desk, SiteSwitches switches) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Send(Guid id, CancellationToken ct) => switches.CreationPaused ? View("/Drafting/Paused.cshtml") : await submit.RunAsync(id, ct) switch
    {
        SubmitOutcome.NotFound => NotFound(),
        SubmitOutcome.Incomplete => LocalRedirect(desk.Address(id, "/edit/" + DraftStep.Preview)),
        SubmitOutcome.Submitted or SubmitOutcome.Gathering or SubmitOutcome.Elsewhere => LocalRedirect(desk.Address(id)),
        var other => throw new InvalidOperationException($"Unknown outcome {other}."),
    };

    [HttpPost("return")]
    public async Task<IActionResult> TakeBack(Guid id, CancellationToken ct)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign)
        {
            return NotFound();
        }

        await moves.RunAsync(campaign, CampaignMove.TakeBack, c => c.TakeBack(), ct);
        return LocalRedirect(desk.Address(id));
    }
}
