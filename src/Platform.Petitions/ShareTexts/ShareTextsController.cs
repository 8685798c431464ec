using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.ShareTexts;

/// <summary>The organiser's texts that go with a share: written in sets that begin together, compared, ended by keeping one.</summary>
[OrganiserPage]
[Route("/{org}/desk/campaigns/{id:guid}/sharing/texts")]
public sealed class ShareTextsController(DraftDesk desk, ShareTextDesk reader, ChangeShareTexts change) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(Guid id, CancellationToken ct) => await desk.Drafts.FindAsync(id, ct) is { } campaign
        ? View("/ShareTexts/ShareTexts.cshtml", new ShareTextsView(campaign, await reader.ReadAsync(campaign, ct)))
        : NotFound();

    [HttpGet("{language:length(2,10)}")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Write(Guid id, string language, CancellationToken ct) => await FindAsync(id, language, ct) switch
    {
        null => NotFound(),
        { MayOfferShareTexts: false } => ToList(id),
        var campaign => Page(campaign, language, ShareTextsForm.Of(campaign.SharedIn(language))),
    };

    [HttpPost("{language:length(2,10)}")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Offer(Guid id, string language, ShareTextsForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (await FindAsync(id, language, ct) is not { } campaign)
        {
            return NotFound();
        }

        form.Check(ModelState, campaign.ShareTextsLeft);
        if (!ModelState.IsValid && campaign.MayOfferShareTexts)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page(campaign, language, form);
        }

        await change.OfferAsync(id, language, form.Written, ct);
        return ToList(id);
    }

    /// <param name="number">Null ends all of them: the usual words go on.</param>
    [HttpPost("{language:length(2,10)}/keep")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Keep(Guid id, string language, int? number, CancellationToken ct)
    {
        if (await FindAsync(id, language, ct) is null)
        {
            return NotFound();
        }

        await change.KeepAsync(id, language, number, ct);
        return ToList(id);
    }

    private async Task<Campaign?> FindAsync(Guid id, string language, CancellationToken ct) =>
        await desk.Drafts.FindAsync(id, ct) is { } campaign && ShareTextDesk.LanguagesOf(campaign).Contains(language) ? campaign : null;

    private LocalRedirectResult ToList(Guid id) => LocalRedirect(desk.Address(id, "/sharing/texts"));

    private ViewResult Page(Campaign campaign, string language, ShareTextsForm form)
    {
        ViewData["Writing"] = new ShareTextsWriting(campaign, language);
        return View("/ShareTexts/Write.cshtml", form);
    }
}
