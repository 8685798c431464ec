using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>One month of a monthly gift: paid, or the card was refused.</summary>
public sealed class SettleInvoice(GiftFinder gifts, SettlePayment payments, GiftLetters letters)
{
    /// <param name="failed">The news is that the card was refused; one mail for each time.</param>
    public async Task<StripeEventOutcome> RunAsync(StripeLine line, string id, bool failed, CancellationToken ct)
    {
        var invoice = await line.Client.V1.Invoices.GetAsync(id, new InvoiceGetOptions { Expand = ["payments"] }, line.Options(), ct);
        if (await gifts.OfInvoiceAsync(invoice, ct) is not var (promise, payment))
        {
            return StripeEventOutcome.NotOurs;
        }

        if (promise.StripeAccount != line.Account || invoice.AmountDue != payment.Total || invoice.Currency != payment.Currency)
        {
            return StripeEventOutcome.Refused;
        }

        var outcome = StripeEventOutcome.Done;
        foreach (var made in invoice.Payments?.Data.Where(p => p.Payment?.PaymentIntentId is not null) ?? [])
        {
            outcome = await payments.RunAsync(line, made.Payment.PaymentIntentId, ct);
        }

        if (payment.PaidAt is { } paid)
        {
            payment.MarkPaid(null, invoice.Parent.SubscriptionDetails.SubscriptionId, invoice.CustomerId, payment.Total, payment.Currency, paid);
        }
        else if (failed && invoice is { Status: "open", BillingReason: not "subscription_create" })
        {
            await letters.ToGiverAsync(RenewalFailedMail.Name, payment, ct);
        }

        return outcome;
    }
}
