using CsCheck;
using Platform.Donations.Ledger;

namespace Platform.Donations.Tests.Ledger;

/// <summary>Random movements of money, as an account of Stripe's has them.</summary>
internal static class Movements
{
    private static readonly DateTimeOffset Noon = new(2027, 2, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<(LedgerKind Kind, long Amount, long Fee)> Story = Gen.OneOf(
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.Gift, amount, 30 + (amount * 29 / 1000))),
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.Refund, -amount, 0L)),
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.RefundFailed, amount, 0L)),
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.Dispute, -amount, 1500L)),
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.DisputeWon, amount, 0L)),
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.Payout, -amount, 0L)),
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.PayoutFailed, amount, 0L)),
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.Fee, -amount, 0L)),
        Gen.Long[100, 1_000_000].Select(amount => (LedgerKind.Elsewhere, amount, 25L)));

    public static Gen<Movement[]> Some(int count) => Gen.Select(Story, Gen.Int[0, 2].Select(place => new[] { "eur", "usd", "jpy" }[place])).Array[count].Select(all =>
        all.Select((one, number) => new Movement($"txn_{number}", $"src_{number}", one.Item1.Kind, one.Item2, one.Item1.Amount, one.Item1.Fee, Noon.AddMinutes(number))).ToArray());

    /// <summary>What the accounts must show, counted by hand.</summary>
    public static IReadOnlyList<LedgerSum> Sums(IEnumerable<Movement> movements) =>
    [
        .. movements.SelectMany(m => m.Entries.Select(e => (m.Currency, e.Account, e.Amount))).GroupBy(e => (e.Currency, e.Account))
            .Select(account => new LedgerSum(account.Key.Currency, account.Key.Account, account.Sum(e => e.Amount))).OrderBy(s => s.Currency, StringComparer.Ordinal).ThenBy(s => s.Account),
    ];
}
