using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;

namespace Platform.Donations.StripeWebhook;

/// <summary>How news from Stripe fares, over all organisations.</summary>
public sealed class WebhookHealthReader(DonationsDb db, TimeProvider clock)
{
    private const int Most = 100;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public async Task<WebhookHealth> ReadAsync(CancellationToken ct)
    {
        var (events, now) = (db.AcrossTenants<StripeEvent>(), clock.GetUtcNow());
        var waiting = events.Where(e => e.ProcessedAt == null);
        var oldest = await waiting.MinAsync(e => (DateTimeOffset?)e.ReceivedAt, ct);
        return new WebhookHealth(oldest is { } at && at < now ? now - at : oldest is null ? null : TimeSpan.Zero, oldest, await waiting.CountAsync(ct), await Failed().CountAsync(ct), await events.MaxAsync(e => (DateTimeOffset?)e.ReceivedAt, ct));
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<StripeEvent>> FailedAsync(CancellationToken ct) => await Failed().AsNoTracking().OrderByDescending(e => e.ReceivedAt).Take(Most).ToListAsync(ct);

    private IQueryable<StripeEvent> Failed()
    {
        var since = clock.GetUtcNow() - Lately;
        return db.AcrossTenants<StripeEvent>().Where(e => e.ReceivedAt > since && (e.Outcome == StripeEventOutcome.Refused || e.Outcome == StripeEventOutcome.NoAccess));
    }
}

/// <param name="Lag">How long the oldest event waits to be processed; null when none does.</param>
/// <param name="Oldest">When that one came.</param>
/// <param name="Failed">Of the last seven days: what contradicted what is known here, or could not be read at Stripe.</param>
/// <param name="Newest">When anything came last: long ago where Stripe does not know our address.</param>
public sealed record WebhookHealth(TimeSpan? Lag, DateTimeOffset? Oldest, int Waiting, int Failed, DateTimeOffset? Newest);
