using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Modules;
using Platform.Core.Tenancy;
using Platform.Donations.DonationSettings;
using Platform.Donations.Reconciliation;
using Platform.Donations.StripeWebhook;

namespace Platform.Donations.GivingHealth;

/// <summary>How giving fares on the whole platform, for its admins: news from Stripe, accounts, differences. Nobody's name, and nothing of a card.</summary>
[AdminPage(PlatformRole.Admin)]
[AcrossTenants]
public sealed class GivingHealthController(DonationsDb db, WebhookHealthReader webhooks, ReconciliationReader reconciliation, ICampaignDirectory directory) : Controller
{
    private const int Most = 200;

    [HttpGet("/admin/giving")]
    public async Task<IActionResult> Show(CancellationToken ct)
    {
        var (health, failed, differences) = (await webhooks.ReadAsync(ct), await webhooks.FailedAsync(ct), await reconciliation.OpenAcrossAsync(ct));
        var (runs, accounts) = (await reconciliation.LastRunsAsync(ct), await AccountsAsync(ct));
        var names = await directory.NamesAsync([.. failed.Select(e => e.TenantId).Concat(differences.Select(d => d.TenantId)).Concat(accounts.Select(a => a.TenantId)).Distinct()], ct);
        return View("Show", new GivingHealthView(health, failed, differences, [.. accounts.Select(a => new AccountLine(a, runs.GetValueOrDefault(a.TenantId)))], names));
    }

    private Task<List<GivingSettings>> AccountsAsync(CancellationToken ct) => db.AcrossTenants<GivingSettings>().AsNoTracking().Where(s => s.StripeAccount != null)
        .OrderBy(s => s.AccountState == AccountState.Ready).ThenByDescending(s => s.ChangedAt).Take(Most).ToListAsync(ct);
}

/// <param name="Names">Of organisations; the platform's own gifts have none.</param>
public sealed record GivingHealthView(
    WebhookHealth Webhooks, IReadOnlyList<StripeEvent> Failed, IReadOnlyList<ReconciliationDifference> Differences, IReadOnlyList<AccountLine> Accounts, IReadOnlyDictionary<Guid, string> Names);

/// <param name="Compared">Null before the first comparison.</param>
public sealed record AccountLine(GivingSettings Settings, ReconciliationRun? Compared);
