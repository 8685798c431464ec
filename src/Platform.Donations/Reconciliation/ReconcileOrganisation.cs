using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Donations.Ledger;
using Platform.Donations.StripeAccounts;
using Platform.Donations.StripeWebhook;
using Stripe;

namespace Platform.Donations.Reconciliation;

/// <summary>Compares the scope's organisation with its Stripe account and writes each difference down. It changes nothing else.</summary>
public sealed class ReconcileOrganisation(DonationsDb db, StripeAccess stripe, GiftLetters letters, ReconciliationOptions options, TimeProvider clock, ILogger<ReconcileOrganisation> log)
{
    private const int PageSize = 100;

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (since, until) = (now - options.Window, now - options.Grace);
        var (lines, looked, findings) = (await stripe.AllAsync(ct), new List<int>(), new List<Finding>());
        foreach (var line in lines)
        {
            if (await LookAsync(line, since, until, findings, ct) is { } compared)
            {
                looked.Add(compared);
            }
        }

        if (looked.Count == 0)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (open, fresh) = await WriteAsync(findings, looked.Count == lines.Count ? since : now, now, ct);
        db.Add(new ReconciliationRun(now, looked.Sum(), open));
        if (fresh > 0)
        {
            log.LogCritical("Reconciliation of {Tenant} found {Differences} new differences", db.CurrentTenantId, fresh);
            await letters.ToOwnersAsync(DifferencesMail.Name, db.CurrentTenantId, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <returns>How much was compared; null for an account whose access was taken away.</returns>
    private async Task<int?> LookAsync(StripeLine line, DateTimeOffset since, DateTimeOffset until, List<Finding> findings, CancellationToken ct)
    {
        var created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime, LessThanOrEqual = until.UtcDateTime };
        try
        {
            var moved = await line.Client.V1.BalanceTransactions.ListAutoPagingAsync(new BalanceTransactionListOptions { Created = created, Limit = PageSize }, line.Options(), ct).ToListAsync(ct);
            var charges = await line.Client.V1.Charges.ListAutoPagingAsync(new ChargeListOptions { Created = created, Limit = PageSize }, line.Options(), ct).ToListAsync(ct);
            findings.AddRange(await FindAsync(line, moved, charges, since, until, ct));
            return moved.Count + charges.Count;
        }
        catch (StripeException gone) when (gone.IsAccessGone())
        {
            log.LogWarning("The books of {Account} cannot be compared: its access was taken away", line.Account);
            return null;
        }
    }

    private async Task<List<Finding>> FindAsync(StripeLine line, List<BalanceTransaction> moved, List<Charge> charges, DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        // Stripe's clock ticks in seconds, and so do the times that came from it.
        var (from, to) = (DateTimeOffset.FromUnixTimeSeconds(since.ToUnixTimeSeconds()), DateTimeOffset.FromUnixTimeSeconds(until.ToUnixTimeSeconds()));
        var booked = await db.Set<LedgerTransaction>().AsNoTracking().Include(t => t.Entries).Where(t => t.Account == line.Account && t.At >= from && t.At <= to).ToListAsync(ct);
        var payments = charges.Select(charge => charge.PaymentIntentId).OfType<string>().ToList();
        var named = charges.Select(charge => GiftFinder.IdIn(charge.Metadata)).OfType<Guid>().ToList();
        var gifts = await db.Donations.AsNoTracking()
            .Where(d => d.StripeAccount == line.Account && ((d.PaidAt >= from && d.PaidAt <= to) || payments.Contains(d.PaymentIntentId!) || named.Contains(d.Id))).ToListAsync(ct);
        return [.. Comparison.Movements(moved, booked), .. Comparison.Gifts(charges, gifts)];
    }

    /// <returns>How many are open now, and how many of them were not known.</returns>
    private async Task<(int Open, int Fresh)> WriteAsync(List<Finding> findings, DateTimeOffset comparedSince, DateTimeOffset now, CancellationToken ct)
    {
        var (known, fresh) = (await db.Set<ReconciliationDifference>().Where(d => d.GoneAt == null).ToListAsync(ct), 0);
        foreach (var finding in findings)
        {
            if (known.SingleOrDefault(d => d.Kind == finding.Kind && d.Source == finding.Source) is { } again)
            {
                again.Seen(finding, now);
            }
            else
            {
                db.Add(new ReconciliationDifference(finding, now));
                fresh++;
            }
        }

        // What was not compared is not known to be settled.
        known.Where(d => d.At >= comparedSince && d.LastSeenAt != now).ToList().ForEach(d => d.Gone(now));
        return (known.Count(d => d.GoneAt is null) + fresh, fresh);
    }
}
