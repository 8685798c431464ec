using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.Desk;

/// <summary>What came of it. Signing has ended; a campaign is put away only after those who signed could read how it ended.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/campaigns/{id:guid}/outcome")]
public sealed class OutcomeController(DeclareOutcome declare, DraftDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken ct) => await desk.Drafts.FindAsync(id, ct) switch
    {
        null => NotFound(),
        { Status: CampaignStatus.Closed or CampaignStatus.Archived } campaign => await PageAsync(campaign, new OutcomeForm { Result = campaign.Outcome, Words = campaign.OutcomeWords }, ct),
        _ => LocalRedirect(desk.Address(id)),
    };

    [HttpPost("")]
    public async Task<IActionResult> Declare(Guid id, OutcomeForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        form.Check(ModelState);
        if (!ModelState.IsValid)
        {
            return campaign.Status is CampaignStatus.Closed or CampaignStatus.Archived ? await PageAsync(campaign, form, ct) : LocalRedirect(desk.Address(id));
        }

        await declare.RunAsync(campaign, form.Result!.Value, form.Words!, form.Mail, ct);
        return LocalRedirect(desk.Address(id));
    }

    private async Task<IActionResult> PageAsync(Campaign campaign, OutcomeForm form, CancellationToken ct)
    {
        ViewData["Campaign"] = campaign;
        ViewData["Offer"] = await declare.OfferAsync(campaign, ct);
        return View("/Desk/Outcome.cshtml", form);
    }
}
