using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>Who answers for which kind of event. What is not listed is nobody's business here.</summary>
public sealed class EventKinds(SettlePayment payments, SettleCheckout checkouts, SettleInvoice invoices, SettleMonthly monthly, SettlePayout payouts, SettleAccount accounts)
{
    /// <summary>To be chosen where the endpoint is made at Stripe.</summary>
    public static readonly IReadOnlyList<string> Wanted =
    [
        EventTypes.CheckoutSessionCompleted, EventTypes.CheckoutSessionAsyncPaymentSucceeded, EventTypes.CheckoutSessionAsyncPaymentFailed, EventTypes.CheckoutSessionExpired,
        EventTypes.PaymentIntentSucceeded, EventTypes.PaymentIntentPaymentFailed, EventTypes.ChargeSucceeded, EventTypes.ChargeUpdated, EventTypes.ChargeRefunded,
        EventTypes.RefundUpdated, EventTypes.RefundFailed, EventTypes.ChargeDisputeCreated, EventTypes.ChargeDisputeClosed, EventTypes.ChargeDisputeFundsWithdrawn,
        EventTypes.ChargeDisputeFundsReinstated, EventTypes.InvoicePaid, EventTypes.InvoicePaymentFailed, EventTypes.CustomerSubscriptionUpdated,
        EventTypes.CustomerSubscriptionDeleted, EventTypes.PayoutPaid, EventTypes.PayoutFailed, EventTypes.AccountUpdated, EventTypes.AccountApplicationDeauthorized,
    ];

    /// <summary>Asks Stripe about what the event names.</summary>
    /// <returns>What to write of the answer.</returns>
    public Task<Writing> AskAsync(StripeLine line, StripeEvent happened, CancellationToken ct) => happened.Type.Split('.') switch
    {
        _ when !Wanted.Contains(happened.Type) => NotOurs,
        ["checkout", ..] => checkouts.AskAsync(line, happened.ObjectId, happened.Type == EventTypes.CheckoutSessionAsyncPaymentFailed, ct),
        ["payment_intent" or "charge" or "refund", ..] => happened.Subject.StartsWith("pi_", StringComparison.Ordinal) ? payments.AskAsync(line, happened.Subject, ct) : NotOurs,
        ["invoice", ..] => invoices.AskAsync(line, happened.ObjectId, happened.Type == EventTypes.InvoicePaymentFailed, ct),
        ["customer", ..] => monthly.AskAsync(line, happened.ObjectId, ct),
        ["payout", ..] => payouts.AskAsync(line, happened.ObjectId, ct),
        ["account", ..] => accounts.AskAsync(line, ct),
        _ => NotOurs,
    };

    private static Task<Writing> NotOurs => Task.FromResult<Writing>(_ => Task.FromResult(StripeEventOutcome.NotOurs));
}
