using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;

namespace Platform.Donations.StripeWebhook;

/// <summary>How news from Stripe fares, over all organisations.</summary>
public sealed class WebhookHealthReader(DonationsDb db, TimeProvider clock)
{
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public async Task<WebhookHealth> ReadAsync(CancellationToken ct)
    {
        var (now, since) = (clock.GetUtcNow(), clock.GetUtcNow() - Lately);
        var waiting = db.AcrossTenants<StripeEvent>().Where(e => e.ProcessedAt == null);
        var oldest = await waiting.MinAsync(e => (DateTimeOffset?)e.ReceivedAt, ct);
        return new WebhookHealth(
            oldest is { } at ? now - at : null,
            await waiting.CountAsync(ct),
            await db.AcrossTenants<StripeEvent>().CountAsync(e => e.ReceivedAt > since && (e.Outcome == StripeEventOutcome.Refused || e.Outcome == StripeEventOutcome.NoAccess), ct));
    }
}

/// <param name="Lag">How long the oldest event waits to be processed; null when none does.</param>
/// <param name="Failed">Of the last seven days: what contradicted what is known here, or could not be read at Stripe.</param>
public sealed record WebhookHealth(TimeSpan? Lag, int Waiting, int Failed);
