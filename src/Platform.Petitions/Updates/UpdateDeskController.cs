using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Petitions.Updates;

/// <summary>The organiser's updates: begun, written, corrected. Saving publishes nothing and mails nobody.</summary>
[OrganiserPage]
[Route("/{org}/desk/campaigns/{id:guid}/updates")]
public sealed class UpdateDeskController(UpdateDesk desk, ChangeUpdate change, CurrentUser user) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(Guid id, CancellationToken ct) => await desk.CampaignAsync(id, ct) is { } campaign
        ? View("/Updates/DeskList.cshtml", new UpdatesView(campaign, await desk.ListAsync(id, ct)))
        : NotFound();

    [HttpPost("")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Begin(Guid id, CancellationToken ct)
    {
        if (await desk.CampaignAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        return LocalRedirect(desk.Address(id, CampaignUpdate.MayBePublished(campaign.Status) ? $"/{await desk.BeginAsync(campaign, user.RequiredId, ct)}" : ""));
    }

    [HttpGet("{update:guid}")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Edit(Guid id, Guid update, CancellationToken ct) => await desk.FindAsync(id, update, ct) switch
    {
        null => NotFound(),
        (_, { IsDraft: false, IsStanding: false }) => LocalRedirect(desk.Address(id)),
        var (campaign, found) => Page(new UpdateWriting(campaign, found), UpdateForm.Of(found)),
    };

    /// <param name="go">preview, or nothing to save and leave.</param>
    [HttpPost("{update:guid}")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Save(Guid id, Guid update, UpdateForm? form, string? go, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (await desk.FindAsync(id, update, ct) is not var (campaign, found))
        {
            return NotFound();
        }

        form.Language = found.IsDraft ? form.Language : found.Language;
        form.Check(ModelState);
        var kept = found.IsDraft && await desk.KeepAsync(id, update, form, ct);
        if (!ModelState.IsValid)
        {
            return Page(new UpdateWriting(campaign, found), form);
        }

        if (found.IsStanding && (form.Title, form.Body) != (found.Title, found.Body))
        {
            await change.CorrectAsync(found, form.Title!, form.Body!, ct);
        }

        return LocalRedirect(desk.Address(id, kept && go == "preview" ? $"/{update}/publication" : ""));
    }

    /// <summary>While somebody types.</summary>
    [HttpPost("{update:guid}/autosave")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Autosave(Guid id, Guid update, UpdateForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        form.Check(ModelState);
        return await desk.FindAsync(id, update, ct) is null ? NotFound() : await desk.KeepAsync(id, update, form, ct) ? NoContent() : Conflict();
    }

    private ViewResult Page(UpdateWriting writing, UpdateForm form)
    {
        ViewData["Writing"] = writing;
        return View("/Updates/Edit.cshtml", form);
    }
}
