using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.StripeAccounts;

namespace Platform.Donations.StripeWebhook;

/// <summary>Writes what Stripe states about one payment: paid or not, given back, disputed. Whatever event called for it.</summary>
public sealed class SettlePayment(GiftFinder gifts, LedgerBook ledger, Receipts.Receipts receipts, GiftLetters letters, TimeProvider clock)
{
    /// <param name="payment"><c>pi_…</c></param>
    public async Task<Writing> AskAsync(StripeLine line, string payment, CancellationToken ct)
    {
        var now = await PaymentNow.AskAsync(line, payment, invoice: null, clock, ct);
        return then => WriteAsync(line, now, then);
    }

    internal async Task<StripeEventOutcome> WriteAsync(StripeLine line, PaymentNow now, CancellationToken ct)
    {
        var gift = await gifts.OfPaymentAsync(now, ct);
        await ledger.EnterAsync(line.Account, now.Movements(gift?.Id), ct);
        return gift is null ? StripeEventOutcome.NotOurs : await WriteAsync(line, now, gift, ct);
    }

    private async Task<StripeEventOutcome> WriteAsync(StripeLine line, PaymentNow now, Donation gift, CancellationToken ct)
    {
        if (gift.StripeAccount != line.Account)
        {
            return StripeEventOutcome.Refused;
        }

        if (now.Intent is not { Status: "succeeded", LatestCharge: { } charge })
        {
            if (now.Intent.LastPaymentError is { } problem)
            {
                gift.MarkFailed(problem.DeclineCode ?? problem.Code, now.AsOf);
            }

            return StripeEventOutcome.Done;
        }

        var first = gift.PaidAt is null;
        if (gift.MarkPaid(now.Intent.Id, null, now.Intent.CustomerId, now.Intent.AmountReceived, now.Intent.Currency, new DateTimeOffset(charge.Created, TimeSpan.Zero)) == DonationMove.Refused)
        {
            return StripeEventOutcome.Refused;
        }

        if (first)
        {
            await receipts.LayAsync(gift, ct);
        }

        return await RefundsAsync(now, gift, charge.AmountRefunded, ct) is DonationMove.Refused ? StripeEventOutcome.Refused : await DisputesAsync(now, gift, ct);
    }

    private async Task<DonationMove> RefundsAsync(PaymentNow now, Donation gift, long refunded, CancellationToken ct)
    {
        if (refunded == gift.Refunded)
        {
            return DonationMove.Unchanged;
        }

        var less = refunded < gift.Refunded;
        var move = gift.MarkRefunded(refunded, now.AsOf);
        if (move == DonationMove.Changed)
        {
            await (less ? letters.ToOwnersAsync(RefundFailedMail.Name, gift.Id, ct) : letters.ToGiverAsync(GiftRefundedMail.Name, gift, ct));
        }

        return move;
    }

    private async Task<StripeEventOutcome> DisputesAsync(PaymentNow now, Donation gift, CancellationToken ct)
    {
        foreach (var dispute in now.Disputes.OrderBy(d => d.Created))
        {
            var stage = dispute.Status switch
            {
                "won" or "warning_closed" or "prevented" => DisputeStage.Won,
                "lost" => DisputeStage.Lost,
                _ => DisputeStage.Open,
            };
            if (gift.MarkDispute(stage) == DonationMove.Changed)
            {
                await letters.ToOwnersAsync(GiftDisputedMail.Name, gift.Id, ct);
            }
        }

        return StripeEventOutcome.Done;
    }
}
