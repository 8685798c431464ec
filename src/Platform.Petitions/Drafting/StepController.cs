using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Drafting;

/// <summary>What all steps have in common: show, save and go on or back, save while typing.</summary>
public abstract class StepController<TForm>(DraftDesk desk) : Controller
    where TForm : StepForm, new()
{
    protected abstract string Step { get; }

    protected DraftDesk Desk => desk;

    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (!IsOpen(campaign))
        {
            return LocalRedirect(desk.Address(id));
        }

        var form = new TForm();
        form.Load(campaign);
        return Page(campaign, form);
    }

    /// <param name="go">next, back, or stay to save and ask for another row.</param>
    [HttpPost("")]
    public virtual async Task<IActionResult> Save(Guid id, TForm? form, string? go, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        // What the binder could not read (a date in words) exists on the page only, so the page has to stay.
        var unread = !ModelState.IsValid;
        if (await KeepAsync(id, form, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (!IsOpen(campaign))
        {
            return LocalRedirect(desk.Address(id));
        }

        return go switch
        {
            "back" when !unread && !form.WouldLose => LocalRedirect(desk.Address(id, "/edit/" + DraftStep.Before(Step))),
            "next" when ModelState.IsValid => LocalRedirect(desk.Address(id, campaign.Status == CampaignStatus.Published ? "" : "/edit/" + DraftStep.After(Step))),
            "stay" when !unread && !form.WouldLose => Stay(campaign, form),
            _ => Page(campaign, form),
        };
    }

    [HttpPost("autosave")]
    public async Task<IActionResult> Autosave(Guid id, TForm? form, CancellationToken ct) =>
        form is null ? BadRequest()
        : await KeepAsync(id, form, ct) is { } campaign ? IsOpen(campaign) ? NoContent() : Conflict()
        : NotFound();

    protected virtual bool IsOpen(Campaign campaign) => DraftRules.CanEdit(campaign.Status);

    /// <summary>More that a step saves than its form holds.</summary>
    protected virtual Task SaveMoreAsync(Campaign campaign, TForm form, CancellationToken ct) => Task.CompletedTask;

    protected IActionResult Page(Campaign campaign, TForm form)
    {
        ViewData["Step"] = Step;
        ViewData["Campaign"] = campaign;
        return View($"/Drafting/{Step}.cshtml", form);
    }

    /// <summary>Without scripts a row is added by saving and showing the step again.</summary>
    private IActionResult Stay(Campaign campaign, TForm form)
    {
        ModelState.Clear();
        form.Load(campaign);
        return Page(campaign, form);
    }

    private async Task<Campaign?> KeepAsync(Guid id, TForm form, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } found)
        {
            return null;
        }

        if (!IsOpen(found))
        {
            return found;
        }

        var context = await desk.ContextAsync(found, ct);
        form.Check(ModelState, context);
        return await desk.Drafts.SaveAsync(id, async campaign =>
        {
            if (IsOpen(campaign))
            {
                form.Save(campaign, context);
                await SaveMoreAsync(campaign, form, ct);
            }
        }, ct);
    }
}

/// <summary>What every step works with.</summary>
public sealed class DraftDesk(PetitionsDb db, EditDraft drafts, CurrentUser user, TenantContext tenant, TimeProvider clock)
{
    public EditDraft Drafts => drafts;

    public async Task<PictureView?> PictureAsync(Campaign campaign) =>
        PictureView.Of(campaign, await db.Pictures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == campaign.PictureId));

    public string Address(Guid campaign, string below = "") => $"/{tenant.Slug}/desk/campaigns/{campaign}{below}";

    public async Task<StepContext> ContextAsync(Campaign campaign, CancellationToken ct)
    {
        var count = await db.Counts.Where(c => c.CampaignId == campaign.Id).Select(c => c.Confirmed).SingleOrDefaultAsync(ct);
        return new StepContext(user.RequiredId, clock.GetUtcNow(), count, campaign.Status);
    }
}
