using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Donations.DonationSettings;

namespace Platform.Donations.StripeWebhook;

/// <summary>Whose an event is: said by the account that Stripe names, never by what stands in the object.</summary>
public sealed class WebhookTenants(DonationsDb db, KeySeal seal)
{
    /// <param name="account">Null for the platform's own account.</param>
    /// <returns>Null when no organisation has connected it.</returns>
    public async Task<Guid?> OfAccountAsync(string? account, CancellationToken ct)
    {
        var settings = db.AcrossTenants<GivingSettings>().AsNoTracking();
        var found = await (account is null ? settings.Where(s => s.TenantId == PlatformGifts.Id) : settings.Where(s => s.StripeAccount == account && s.SealedKey == null))
            .Select(s => (Guid?)s.TenantId).ToListAsync(ct);
        return found is [var tenant] ? tenant : null;
    }

    /// <summary>What an organisation's own endpoint is signed with; null when it has none.</summary>
    public async Task<string?> SecretOfAsync(Guid organisation, CancellationToken ct) =>
        await db.AcrossTenants<GivingSettings>().AsNoTracking().SingleOrDefaultAsync(s => s.TenantId == organisation, ct) is { SealedWebhookSecret: { } secret } ? seal.Open(secret) : null;
}
