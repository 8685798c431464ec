using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>One month of a monthly gift: paid, or the card was refused.</summary>
public sealed class SettleInvoice(GiftFinder gifts, SettlePayment payments, GiftLetters letters, TimeProvider clock)
{
    /// <param name="failed">The news is that the card was refused; one mail for each time.</param>
    public async Task<Writing> AskAsync(StripeLine line, string id, bool failed, CancellationToken ct)
    {
        var invoice = await line.Client.V1.Invoices.GetAsync(id, new InvoiceGetOptions { Expand = ["payments"] }, line.Options(), ct);
        var made = new List<PaymentNow>();
        foreach (var payment in invoice.Payments?.Data.Select(p => p.Payment?.PaymentIntentId).OfType<string>() ?? [])
        {
            made.Add(await PaymentNow.AskAsync(line, payment, invoice, clock, ct));
        }

        return then => WriteAsync(line, invoice, made, failed, then);
    }

    private async Task<StripeEventOutcome> WriteAsync(StripeLine line, Invoice invoice, List<PaymentNow> made, bool failed, CancellationToken ct)
    {
        if (await gifts.OfInvoiceAsync(invoice, ct) is not var (promise, payment))
        {
            return StripeEventOutcome.NotOurs;
        }

        if (promise.StripeAccount != line.Account || invoice.AmountDue != payment.Total || invoice.Currency != payment.Currency)
        {
            return StripeEventOutcome.Refused;
        }

        var outcome = StripeEventOutcome.Done;
        foreach (var now in made)
        {
            outcome = await payments.WriteAsync(line, now, ct);
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
