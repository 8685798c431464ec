using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.DonationSettings;

/// <summary>Gifts to whoever runs the platform: a switch of its own, a page of its own, and never on a campaign's pages.</summary>
[AdminPage(PlatformRole.Admin)]
[Route("/admin/giving/platform")]
public sealed class PlatformOfferController(DonationsDb db, ChangeSettings changes, StripeAccess stripe, IPasswordProof proof, IAuditLog audit, TenantContext tenant, Catalogue catalogue, TimeProvider clock) : Controller
{
    private const string Here = "/admin/giving/platform";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        tenant.Set(PlatformGifts.Id, "");
        var settings = await SettingsAsync(ct);
        return Page(OfferForm.Of(settings, catalogue), settings);
    }

    [HttpPost("")]
    public async Task<IActionResult> Save(OfferForm? form, bool open, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        tenant.Set(PlatformGifts.Id, "");
        form.Filled(catalogue);
        var (purposes, currencies) = OfferRules.Read(form, catalogue.Default.Code, ModelState);
        if (ModelState.IsValid && await proof.RefuseAsync(form.Password, ct) is { } refused)
        {
            ModelState.AddModelError(nameof(form.Password), refused);
        }

        var account = ModelState.IsValid ? await AccountAsync(ct) : null;
        if (ModelState.IsValid && account is null)
        {
            ModelState.AddModelError("", "giving.away");
        }

        if (!ModelState.IsValid)
        {
            return Page(form, await SettingsAsync(ct));
        }

        await changes.RunAsync(settings =>
        {
            var now = clock.GetUtcNow();
            settings.Offer(form.Once, form.Monthly, form.ShowTotal, purposes, currencies, now);
            settings.BeginOnboarding(account!.Id, now);
            settings.Learn(account.ChargesEnabled, now);
            settings.SwitchPlatformPage(open, now);
        }, ct);
        await audit.NoteAsync(db, open ? "giving.platform-on" : "giving.platform-off", null, null, ct);
        return Redirect(Here + "?done=saved");
    }

    private Task<GivingSettings?> SettingsAsync(CancellationToken ct) => db.Settings.SingleOrDefaultAsync(ct);

    /// <summary>Whose the platform's key is; null without one, and when Stripe does not say.</summary>
    private async Task<Account?> AccountAsync(CancellationToken ct)
    {
        try
        {
            return stripe.Platform() is { } client ? await new AccountService(client).GetSelfAsync(null, ct) : null;
        }
        catch (Exception problem) when (problem.IsStripeAnswer() || problem.IsStripeSilence(ct))
        {
            return null;
        }
    }

    private ViewResult Page(OfferForm form, GivingSettings? settings)
    {
        form.Password = null;
        return View("PlatformOffer", new PlatformOfferPage(form, settings?.PlatformPage ?? false, stripe.PlatformHasKey, [catalogue.Default.Code]));
    }
}

/// <param name="Languages">Asked for first.</param>
public sealed record PlatformOfferPage(OfferForm Form, bool Open, bool HasKey, IReadOnlyList<string> Languages);
