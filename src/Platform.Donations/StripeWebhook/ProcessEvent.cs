using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>
/// Makes one event true here. First Stripe is asked what its object is like now, while nothing of the database is held; then the answer, the books
/// and the mails are written in one short transaction, one of an organisation after the other. An answer that was overtaken by another about the
/// same payment is asked for again, so that what is written last is never older. Processed twice, an event changes nothing the second time.
/// </summary>
public sealed class ProcessEvent(DonationsDb db, StripeAccess stripe, EventKinds kinds, TimeProvider clock, ILogger<ProcessEvent> log)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        while (await db.Set<StripeEvent>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.ProcessedAt == null, ct) is { } happened)
        {
            var before = await WrittenAsync(happened, ct);
            if (await WriteAsync(happened, before, await AskAsync(happened, ct), ct))
            {
                return;
            }
        }
    }

    private async Task<Writing> AskAsync(StripeEvent happened, CancellationToken ct)
    {
        try
        {
            return await stripe.ToAsync(happened.Account, ct) is { } line ? await kinds.AskAsync(line, happened, ct) : Nothing(StripeEventOutcome.NoAccess);
        }
        catch (StripeException gone) when (gone.StripeError?.Code == "resource_missing" || gone.IsAccessGone())
        {
            log.LogWarning("Stripe does not show {Object} to us: {Code}", happened.ObjectId, gone.StripeError?.Code);
            return Nothing(StripeEventOutcome.NoAccess);
        }
    }

    /// <returns>False when the answer has been overtaken.</returns>
    private async Task<bool> WriteAsync(StripeEvent asked, int before, Writing write, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"stripe-events/{asked.TenantId}"}, 0))", ct);
        if (await WrittenAsync(asked, ct) != before)
        {
            return false;
        }

        var happened = await db.Set<StripeEvent>().SingleAsync(e => e.Id == asked.Id, ct);
        var outcome = await write(ct);
        if (outcome is StripeEventOutcome.Refused)
        {
            log.LogError("Event {Event} of kind {Type} contradicts what is known here", happened.EventId, happened.Type);
        }

        happened.Done(outcome, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>Events about the same thing whose answers are written already: this one as well, when another worker was faster.</summary>
    private Task<int> WrittenAsync(StripeEvent happened, CancellationToken ct) =>
        db.Set<StripeEvent>().CountAsync(e => e.Subject == happened.Subject && e.ProcessedAt != null, ct);

    private static Writing Nothing(StripeEventOutcome outcome) => _ => Task.FromResult(outcome);
}
