using Microsoft.EntityFrameworkCore;

namespace Platform.Donations.Ledger;

/// <summary>The books of the scope's organisation: the only writer of the ledger.</summary>
public sealed class LedgerBook(DonationsDb db)
{
    /// <summary>Enters what is not in the books yet; runs in the caller's transaction where there is one.</summary>
    /// <param name="account">Whose balance moved: an organisation may have had several.</param>
    /// <returns>How many were new.</returns>
    /// <exception cref="InvalidOperationException">A movement's entries do not sum to zero.</exception>
    public async Task<int> EnterAsync(string account, IReadOnlyCollection<Movement> movements, CancellationToken ct)
    {
        if (movements.Count == 0)
        {
            return 0;
        }

        if (movements.FirstOrDefault(m => m.Entries.Count < 2 || m.Entries.Sum(e => e.Amount) != 0) is { } wrong)
        {
            throw new InvalidOperationException($"Movement {wrong.Id} does not balance.");
        }

        // Sorted, so that two who enter the same movements at once wait for each other and not crosswise.
        var rows = movements.DistinctBy(m => m.Id).OrderBy(m => m.Id, StringComparer.Ordinal).ToList();
        var entries = rows.SelectMany(m => m.Entries.Select(e => (m.Id, e.Account, e.Amount))).ToList();
        var (ids, sources, kinds) = (rows.Select(m => m.Id).ToArray(), rows.Select(m => m.Source).ToArray(), rows.Select(m => (int)m.Kind).ToArray());
        var (currencies, donations, times) = (rows.Select(m => m.Currency).ToArray(), rows.Select(m => m.DonationId).ToArray(), rows.Select(m => m.At).ToArray());
        var (causes, accounts, amounts) = (entries.Select(e => e.Id).ToArray(), entries.Select(e => (int)e.Account).ToArray(), entries.Select(e => e.Amount).ToArray());
        var added = await db.Database.SqlQuery<int>(
            $"""
            with entered as (
                insert into donations.ledger_transactions (tenant_id, account, movement, source, kind, currency, donation_id, at)
                select {db.CurrentTenantId}, {account}, m.* from unnest({ids}, {sources}, {kinds}, {currencies}, {donations}::uuid[], {times}) m
                on conflict (tenant_id, movement) do nothing
                returning id, movement
            ), lines as (
                insert into donations.ledger_entries (tenant_id, transaction_id, account, amount)
                select {db.CurrentTenantId}, e.id, l.account, l.amount
                from entered e join unnest({causes}, {accounts}, {amounts}) l(movement, account, amount) on l.movement = e.movement
            )
            select count(*)::int as "Value" from entered
            """).ToListAsync(ct);
        return added.Single();
    }

    /// <summary>What stands on each account, by currency.</summary>
    public async Task<IReadOnlyList<LedgerSum>> SumsAsync(CancellationToken ct) => await (
        from entry in db.Set<LedgerEntry>()
        join transaction in db.Set<LedgerTransaction>() on new { entry.TenantId, Id = entry.TransactionId } equals new { transaction.TenantId, transaction.Id }
        group entry by new { transaction.Currency, entry.Account } into account
        orderby account.Key.Currency, account.Key.Account
        select new LedgerSum(account.Key.Currency, account.Key.Account, account.Sum(e => e.Amount))).ToListAsync(ct);
}

/// <param name="Amount">In the currency's smallest unit; credits below zero.</param>
public sealed record LedgerSum(string Currency, LedgerAccount Account, long Amount);
