using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>
/// Makes one event true here: asks Stripe what its object is like now and writes that, the ledger and the mails in one transaction. Events of
/// one organisation wait for each other, so that what is read last is written last and no two write the same gift; processed twice they change nothing the second time.
/// </summary>
public sealed class ProcessEvent(DonationsDb db, StripeAccess stripe, EventKinds kinds, TimeProvider clock, ILogger<ProcessEvent> log)
{
    private const string Gone = "account_invalid";

    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Set<StripeEvent>().SingleOrDefaultAsync(e => e.Id == id && e.ProcessedAt == null, ct) is not { } happened)
        {
            return;
        }

        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"stripe-events/{happened.TenantId}"}, 0))", ct);
        var outcome = await OutcomeAsync(happened, ct);
        if (outcome is StripeEventOutcome.Refused)
        {
            log.LogError("Event {Event} of kind {Type} contradicts what is known here", happened.EventId, happened.Type);
        }

        happened.Done(outcome, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private async Task<StripeEventOutcome> OutcomeAsync(StripeEvent happened, CancellationToken ct)
    {
        if (await stripe.ForTenantAsync(ct) is not { } line)
        {
            return StripeEventOutcome.NoAccess;
        }

        try
        {
            return await kinds.RunAsync(line, happened, ct);
        }
        catch (StripeException gone) when (gone.StripeError?.Code is "resource_missing" or Gone)
        {
            log.LogWarning("Stripe does not show {Object} to us: {Code}", happened.ObjectId, gone.StripeError.Code);
            return StripeEventOutcome.NoAccess;
        }
    }
}
