using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Donations.StripeAccounts;

namespace Platform.Donations.DonationSettings;

/// <summary>The account that gets the money: made and connected at Stripe, or reached by keys of the organisation's own.</summary>
[OrganiserPage(MemberRole.Owner)]
[LeadsToStripe]
[Route("/{org}/desk/giving/account")]
public sealed class AccountController(DonationsDb db, ConnectAccount connect, ChangeSettings changes, StripeAccess stripe, IPasswordProof proof, IAuditLog audit, TenantContext tenant, Links links, TimeProvider clock) : Controller
{
    private string Here => $"/{tenant.Slug}/desk/giving/account";

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken ct) => await PageAsync(ct);

    [HttpPost("connect")]
    public async Task<IActionResult> Connect([Bind(Prefix = nameof(AccountPage.Connect))] ConnectForm? form, CancellationToken ct)
    {
        if (!await ProvenAsync("Connect.Password", form?.Password, ct))
        {
            return await PageAsync(ct);
        }

        if (await connect.BeginAsync(links.To(Here), ct) is not { } page)
        {
            ModelState.AddModelError("", "giving.away");
            return await PageAsync(ct);
        }

        await audit.NoteAsync(db, "giving.connect", null, null, ct);
        return Redirect(page.AbsoluteUri);
    }

    /// <summary>Asks Stripe how far the account is. Coming back from there proves nothing.</summary>
    [HttpPost("check")]
    public async Task<IActionResult> Check(CancellationToken ct)
    {
        if (!await connect.CheckAsync(ct))
        {
            ModelState.AddModelError("", "giving.away");
            return await PageAsync(ct);
        }

        return LocalRedirect(Here);
    }

    [HttpPost("keys")]
    public async Task<IActionResult> Keys([Bind(Prefix = nameof(AccountPage.Keys))] KeysForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (ModelState.IsValid && await ProvenAsync("Keys.Password", form.Password, ct) && await connect.UseKeysAsync(form, ct) is { } problem)
        {
            ModelState.AddModelError("Keys.Key", problem);
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(ct);
        }

        await audit.NoteAsync(db, "giving.keys", null, form.Account, ct);
        return LocalRedirect(Here);
    }

    [HttpPost("disconnect")]
    public async Task<IActionResult> Disconnect([Bind(Prefix = nameof(AccountPage.Disconnect))] ConnectForm? form, CancellationToken ct)
    {
        if (!await ProvenAsync("Disconnect.Password", form?.Password, ct))
        {
            return await PageAsync(ct);
        }

        if (await db.Settings.AsNoTracking().AnyAsync(ct))
        {
            await changes.RunAsync(settings => settings.Disconnect(clock.GetUtcNow()), ct);
            await audit.NoteAsync(db, "giving.disconnect", null, null, ct);
        }

        return LocalRedirect(Here);
    }

    private async Task<bool> ProvenAsync(string field, string? password, CancellationToken ct)
    {
        if (await proof.RefuseAsync(password, ct) is { } refused)
        {
            ModelState.AddModelError(field, refused);
            return false;
        }

        return true;
    }

    private async Task<IActionResult> PageAsync(CancellationToken ct)
    {
        // What was typed as a key or a password goes back to no page.
        foreach (var secret in new[] { "Keys.Key", "Keys.WebhookSecret", "Keys.Password", "Connect.Password", "Disconnect.Password" })
        {
            ModelState.SetModelValue(secret, null, null);
        }

        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct);
        var account = settings?.StripeAccount ?? "";
        return View("Account", new AccountPage(
            settings?.AccountState ?? AccountState.None, settings?.StripeAccount, settings?.OwnKeys ?? false, stripe.PlatformHasKey, links.To($"/stripe/webhook/{tenant.Id}"),
            await db.FormerAccounts.AsNoTracking().Where(f => f.Account != account).OrderByDescending(f => f.ReplacedAt).ToListAsync(ct), Here));
    }
}

/// <param name="OwnKeys">Reached by the organisation's own keys; which ones, no page says.</param>
/// <param name="CanConnect">The platform has a key, without which nobody can be connected to it.</param>
/// <param name="Webhook">Where the organisation's own account sends its events.</param>
/// <param name="Former">Accounts before the present one, whose gifts go on there.</param>
public sealed record AccountPage(AccountState State, string? Account, bool OwnKeys, bool CanConnect, Uri Webhook, IReadOnlyList<FormerAccount> Former, string Here)
{
    public ConnectForm Connect { get; } = new();

    public ConnectForm Disconnect { get; } = new();

    public KeysForm Keys { get; } = new();
}
