using Platform.Donations.Ledger;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>Money on its way to the organisation's bank: arrived, or sent back by the bank.</summary>
public sealed class SettlePayout(DonationsDb db, LedgerBook ledger, GiftLetters letters)
{
    public async Task<Writing> AskAsync(StripeLine line, string id, CancellationToken ct)
    {
        var payout = await line.Client.V1.Payouts.GetAsync(id, new PayoutGetOptions { Expand = ["balance_transaction", "failure_balance_transaction"] }, line.Options(), ct);
        return then => WriteAsync(line, payout, then);
    }

    private async Task<StripeEventOutcome> WriteAsync(StripeLine line, Payout payout, CancellationToken ct)
    {
        await EnterAsync(line, payout.BalanceTransaction, ct);
        if (await EnterAsync(line, payout.FailureBalanceTransaction, ct) && payout.Status is "failed" or "canceled")
        {
            await letters.ToOwnersAsync(PayoutFailedMail.Name, db.CurrentTenantId, ct);
        }

        return StripeEventOutcome.Done;
    }

    /// <returns>True when it was not in the books before.</returns>
    private async Task<bool> EnterAsync(StripeLine line, BalanceTransaction? moved, CancellationToken ct) =>
        moved is not null && await ledger.EnterAsync(line.Account, [Movement.Of(moved, donation: null)], ct) > 0;
}
