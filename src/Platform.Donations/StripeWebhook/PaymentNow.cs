using Platform.Donations.Ledger;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>One payment as Stripe states it at one moment, with everything that moved money.</summary>
/// <param name="Invoice">What it pays, where it does not name a gift itself.</param>
/// <param name="AsOf">When the question was asked: nothing of the answer is older.</param>
internal sealed record PaymentNow(PaymentIntent Intent, Invoice? Invoice, IReadOnlyList<Refund> Refunds, IReadOnlyList<Dispute> Disputes, DateTimeOffset AsOf)
{
    private const int Most = 100;

    /// <param name="invoice">Where it is known already.</param>
    /// <exception cref="StripeException">Stripe does not show it, or cannot be reached.</exception>
    public static async Task<PaymentNow> AskAsync(StripeLine line, string payment, Invoice? invoice, TimeProvider clock, CancellationToken ct)
    {
        var (api, options, asOf) = (line.Client.V1, line.Options(), clock.GetUtcNow());
        var intent = await api.PaymentIntents.GetAsync(payment, new PaymentIntentGetOptions { Expand = ["latest_charge.balance_transaction"] }, options, ct);
        invoice ??= GiftFinder.IdIn(intent.Metadata) is null ? await BilledAsync(line, payment, ct) : null;
        if (intent.LatestCharge is not { Paid: true })
        {
            return new PaymentNow(intent, invoice, [], [], asOf);
        }

        var refunds = await api.Refunds.ListAsync(
            new RefundListOptions { PaymentIntent = payment, Limit = Most, Expand = ["data.balance_transaction", "data.failure_balance_transaction"] }, options, ct);
        var disputes = intent.LatestCharge.Disputed ? (await api.Disputes.ListAsync(new DisputeListOptions { PaymentIntent = payment, Limit = Most }, options, ct)).Data : [];
        return new PaymentNow(intent, invoice, refunds.Data, disputes, asOf);
    }

    /// <summary>For the ledger.</summary>
    public IReadOnlyList<Movement> Movements(Guid? gift) =>
    [
        .. new[] { Intent.LatestCharge?.BalanceTransaction }
            .Concat(Refunds.SelectMany(r => new[] { r.BalanceTransaction, r.FailureBalanceTransaction }))
            .Concat(Disputes.SelectMany(d => d.BalanceTransactions ?? []))
            .OfType<BalanceTransaction>().Select(stated => Movement.Of(stated, gift)),
    ];

    private static async Task<Invoice?> BilledAsync(StripeLine line, string payment, CancellationToken ct)
    {
        var billed = await line.Client.V1.InvoicePayments.ListAsync(
            new InvoicePaymentListOptions { Payment = new InvoicePaymentPaymentOptions { Type = "payment_intent", PaymentIntent = payment }, Limit = 1 }, line.Options(), ct);
        return billed.Data is [var one] ? await line.Client.V1.Invoices.GetAsync(one.InvoiceId, null, line.Options(), ct) : null;
    }
}
