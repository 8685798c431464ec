using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Donations.DonationSettings;

namespace Platform.Donations.StripeWebhook;

/// <summary>Whose an event is: said by the account that Stripe names, never by what stands in the object. Accounts that were replaced still have their organisation.</summary>
public sealed class WebhookTenants(DonationsDb db, KeySeal seal)
{
    /// <param name="account">Null for the platform's own account.</param>
    /// <returns>Null when no organisation has connected it.</returns>
    public async Task<EventOwner?> OfAccountAsync(string? account, CancellationToken ct)
    {
        var settings = db.AcrossTenants<GivingSettings>().Where(s => account == null ? s.TenantId == PlatformGifts.Id : s.StripeAccount == account && s.SealedWebhookSecret == null);
        return await settings.Where(s => s.StripeAccount != null).Select(s => new EventOwner(s.TenantId, s.StripeAccount!)).SingleOrDefaultAsync(ct)
            ?? await db.AcrossTenants<FormerAccount>().Where(f => f.Account == account && f.SealedWebhookSecret == null).OrderByDescending(f => f.ReplacedAt)
                .Select(f => new EventOwner(f.TenantId, f.Account)).FirstOrDefaultAsync(ct);
    }

    /// <summary>What an organisation's own endpoint may be signed with, and which account that is; empty when it brought no keys.</summary>
    public async Task<IReadOnlyList<(EventOwner Owner, string Secret)>> OwnAsync(Guid organisation, CancellationToken ct)
    {
        var now = await db.AcrossTenants<GivingSettings>().Where(s => s.TenantId == organisation && s.StripeAccount != null).Select(s => new { Account = s.StripeAccount!, Sealed = s.SealedWebhookSecret }).ToListAsync(ct);
        var before = await db.AcrossTenants<FormerAccount>().Where(f => f.TenantId == organisation).OrderByDescending(f => f.ReplacedAt).Select(f => new { f.Account, Sealed = f.SealedWebhookSecret }).ToListAsync(ct);
        return [.. now.Concat(before).Select(known => (new EventOwner(organisation, known.Account), Secret: seal.Open(known.Sealed)!)).Where(known => known.Secret is not null)];
    }
}

/// <param name="Account"><c>acct_…</c>, as Stripe and gifts name it.</param>
public sealed record EventOwner(Guid Tenant, string Account);
