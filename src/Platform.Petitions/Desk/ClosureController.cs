using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.Desk;

/// <summary>Closing early: for good, with a reason that everybody reads. Withdrawing is one of the reasons.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/campaigns/{id:guid}/closure")]
public sealed class ClosureController(PetitionsDb db, CampaignMoves moves, DatabaseClock clock, DraftDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken ct) => await FindAsync(id, ct) switch
    {
        null => NotFound(),
        { Status: CampaignStatus.Published } campaign => Page(campaign, new ClosureForm()),
        _ => LocalRedirect(desk.Address(id)),
    };

    [HttpPost("")]
    public async Task<IActionResult> Close(Guid id, ClosureForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (await FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        form.Check(ModelState);
        if (campaign.Status == CampaignStatus.Published && !ModelState.IsValid)
        {
            return Page(campaign, form);
        }

        if (form.Because is { } reason && ModelState.IsValid)
        {
            var now = await clock.NowAsync(ct);
            await moves.RunAsync(campaign, CampaignMove.Close, c => c.Close(MoveActor.Organiser, reason, form.Words, now), ct, $"{reason}: {form.Words}");
        }

        return LocalRedirect(desk.Address(id));
    }

    private Task<Campaign?> FindAsync(Guid id, CancellationToken ct) =>
        db.Campaigns.Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == id, ct);

    private ViewResult Page(Campaign campaign, ClosureForm form)
    {
        ViewData["Campaign"] = campaign;
        return View("/Desk/Closure.cshtml", form);
    }
}
