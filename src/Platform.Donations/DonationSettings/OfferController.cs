using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Modules;
using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Donations.DonationSettings;

/// <summary>Who receives gifts and what for, how much and how, and on which petitions' pages. Owners only, with their password once more.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/giving")]
public sealed class OfferController(
    DonationsDb db, ChangeSettings changes, ICampaignDirectory campaigns, IPasswordProof proof, IAuditLog audit, TenantContext tenant, Catalogue catalogue, Localiser texts, TimeProvider clock) : Controller
{
    private string Here => $"/{tenant.Slug}/desk/giving";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken ct) => await PageAsync(OfferForm.Of(await SettingsAsync(ct), catalogue), ct);

    [HttpPost("")]
    public async Task<IActionResult> Save(OfferForm? form, CancellationToken ct)
    {
        if (form is null || await campaigns.OrganisationAsync(ct) is not { } organisation)
        {
            return BadRequest();
        }

        form.Filled(catalogue);
        var (purposes, currencies) = OfferRules.Read(form, organisation.Language, ModelState);
        if (ModelState.IsValid && await proof.RefuseAsync(form.Password, ct) is { } refused)
        {
            ModelState.AddModelError(nameof(form.Password), refused);
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(form, ct);
        }

        await changes.RunAsync(settings => settings.Offer(form.Once, form.Monthly, form.ShowTotal, purposes, currencies, clock.GetUtcNow()), ct);
        await audit.NoteAsync(db, "giving.settings", null, string.Join(' ', currencies.Select(c => c.Currency)), ct);
        return LocalRedirect(Here + "?done=saved");
    }

    [HttpPost("campaigns/{id:guid}")]
    public async Task<IActionResult> Switch(Guid id, bool on, CancellationToken ct)
    {
        if (await campaigns.FindAsync(id, texts.Language.Code, ct) is null)
        {
            return NotFound();
        }

        var campaign = await db.Campaigns.SingleOrDefaultAsync(c => c.CampaignId == id, ct) ?? db.Campaigns.Add(new CampaignGiving(id)).Entity;
        campaign.Switch(on, clock.GetUtcNow());
        await audit.NoteAsync(db, on ? "giving.campaign-on" : "giving.campaign-off", id, null, ct);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Here + "#campaigns");
    }

    private Task<GivingSettings?> SettingsAsync(CancellationToken ct) => db.Settings.SingleOrDefaultAsync(ct);

    private async Task<IActionResult> PageAsync(OfferForm form, CancellationToken ct)
    {
        var on = await db.Campaigns.Where(c => c.On).Select(c => c.CampaignId).ToListAsync(ct);
        var own = (await campaigns.OrganisationAsync(ct))?.Language ?? catalogue.Default.Code;
        var listed = (await campaigns.AllAsync(texts.Language.Code, ct)).Select(c => new OfferedCampaign(c, on.Contains(c.Id))).ToList();
        form.Password = null;
        return View("Offer", new OfferPage(form, (await SettingsAsync(ct))?.AccountState ?? AccountState.None, listed, [.. listed.Select(l => l.Campaign.Language).Order(StringComparer.Ordinal).Prepend(own).Distinct()], Here));
    }
}

/// <param name="Languages">Those the organisation writes in, its own first.</param>
public sealed record OfferPage(OfferForm Form, AccountState Account, IReadOnlyList<OfferedCampaign> Campaigns, IReadOnlyList<string> Languages, string Here);

public sealed record OfferedCampaign(CampaignEntry Campaign, bool On);
