using Stripe;

namespace Platform.Donations.Ledger;

/// <summary>
/// One movement of money in an organisation's Stripe balance, as Stripe states it (a balance transaction). It is the cause of exactly one
/// transaction of the ledger. All amounts in the smallest unit of the balance's currency, which may be another than the giver's.
/// </summary>
/// <param name="Id"><c>txn_…</c></param>
/// <param name="Source">What caused it: <c>ch_…</c>, <c>re_…</c>, <c>dp_…</c>, <c>po_…</c>.</param>
/// <param name="Amount">Before the fee; below zero what goes out.</param>
/// <param name="DonationId">The gift it belongs to; null for payouts and for what is not ours.</param>
public sealed record Movement(string Id, string Source, LedgerKind Kind, string Currency, long Amount, long Fee, DateTimeOffset At, Guid? DonationId = null)
{
    /// <param name="donation">The gift, where the movement is about one.</param>
    public static Movement Of(BalanceTransaction stated, Guid? donation) => new(
        stated.Id, stated.SourceId ?? stated.Id, KindOf(stated, donation is not null), stated.Currency, stated.Amount, stated.Fee, new DateTimeOffset(stated.Created, TimeSpan.Zero), donation);

    /// <summary>The three lines it makes. They sum to zero because Stripe's net is amount less fee.</summary>
    public IReadOnlyList<(LedgerAccount Account, long Amount)> Entries =>
        [.. new[] { (LedgerAccount.Balance, Amount - Fee), (LedgerAccount.Fees, Fee + (Kind == LedgerKind.Fee ? -Amount : 0)), (Counter, Kind == LedgerKind.Fee ? 0 : -Amount) }.Where(entry => entry.Item2 != 0)];

    private LedgerAccount Counter => Kind switch
    {
        LedgerKind.Gift => LedgerAccount.Gifts,
        LedgerKind.Refund or LedgerKind.RefundFailed => LedgerAccount.Refunds,
        LedgerKind.Dispute or LedgerKind.DisputeWon => LedgerAccount.Disputes,
        LedgerKind.Payout or LedgerKind.PayoutFailed => LedgerAccount.Bank,
        LedgerKind.Fee => LedgerAccount.Fees,
        LedgerKind.Elsewhere => LedgerAccount.Elsewhere,
        _ => throw new InvalidOperationException($"Unknown kind {Kind}."),
    };

    /// <param name="ours">It is known which gift it belongs to.</param>
    public static LedgerKind KindOf(BalanceTransaction stated, bool ours) => stated.Type switch
    {
        "payout" => LedgerKind.Payout,
        "payout_failure" or "payout_cancel" => LedgerKind.PayoutFailed,
        "stripe_fee" or "stripe_fx_fee" or "tax_fee" => LedgerKind.Fee,
        _ when !ours => LedgerKind.Elsewhere,
        "charge" or "payment" => LedgerKind.Gift,
        "refund" or "payment_refund" => LedgerKind.Refund,
        "refund_failure" or "payment_failure_refund" => LedgerKind.RefundFailed,
        "adjustment" when stated.ReportingCategory == "dispute" => LedgerKind.Dispute,
        "adjustment" when stated.ReportingCategory == "dispute_reversal" => LedgerKind.DisputeWon,
        _ => LedgerKind.Elsewhere,
    };
}
