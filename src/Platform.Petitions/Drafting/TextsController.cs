using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Drafting;

/// <summary>The campaign's words in all its languages, with their history. After publication writing makes a correction that waits for a moderator.</summary>
[OrganiserPage]
[Route("/{org}/desk/campaigns/{id:guid}/texts")]
public sealed class TextsController(DraftDesk desk, Audit audit) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(Guid id, CancellationToken ct) =>
        await desk.Drafts.FindAsync(id, ct) is { } campaign ? View("/Drafting/Texts.cshtml", campaign) : NotFound();

    [HttpPost("")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Add(Guid id, string? language, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        return LocalRedirect(desk.Address(id, PetitionLanguages.IsKnown(language) && CanWrite(campaign) ? "/texts/" + language : "/texts"));
    }

    [HttpGet("{language:length(2,10)}")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Edit(Guid id, string language, CancellationToken ct)
    {
        if (!PetitionLanguages.IsKnown(language) || await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var text = campaign.DraftIn(language);
        return CanWrite(campaign)
            ? Page(campaign, language, new TextForm { Title = text?.Title, Demand = text?.Demand, Body = text?.Body })
            : LocalRedirect(desk.Address(id, "/texts"));
    }

    [HttpPost("{language:length(2,10)}")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Write(Guid id, string language, TextForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (!PetitionLanguages.IsKnown(language) || await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (!CanWrite(campaign))
        {
            return LocalRedirect(desk.Address(id, "/texts"));
        }

        form.Check(ModelState);
        if (!ModelState.IsValid)
        {
            return Page(campaign, language, form);
        }

        var context = await desk.ContextAsync(campaign, ct);
        await desk.Drafts.SaveAsync(id, found =>
        {
            if (CanWrite(found) && form.Differs(found.DraftIn(language)))
            {
                found.Write(language, form.Title!, form.Demand!, form.Body!, context.User, context.Now);
                if (found.TextVersion > 0)
                {
                    audit.Note("campaign.correction", found.Id, $"{language}: {form.Title}");
                }
            }

            return Task.CompletedTask;
        }, ct);
        return LocalRedirect(desk.Address(id, "/texts"));
    }

    [HttpPost("{language:length(2,10)}/drop")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Drop(Guid id, string language, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var context = await desk.ContextAsync(campaign, ct);
        await desk.Drafts.SaveAsync(id, found =>
        {
            if (CanWrite(found) && found.DropCorrection(language, context.Now))
            {
                audit.Note("campaign.correction-dropped", found.Id, language);
            }

            return Task.CompletedTask;
        }, ct);
        return LocalRedirect(desk.Address(id, "/texts"));
    }

    internal static bool CanWrite(Campaign campaign) => DraftRules.CanAdjust(campaign.Status);

    private ViewResult Page(Campaign campaign, string language, TextForm form)
    {
        ViewData["Campaign"] = campaign;
        ViewData["Language"] = language;
        return View("/Drafting/Text.cshtml", form);
    }
}
