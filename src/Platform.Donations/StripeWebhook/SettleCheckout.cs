using Platform.Donations.Giving;
using Platform.Donations.StripeAccounts;
using Stripe.Checkout;

namespace Platform.Donations.StripeWebhook;

/// <summary>What became of a pay page: paid, on its way, failed days later, or left until it closed.</summary>
public sealed class SettleCheckout(GiftFinder gifts, SettlePayment payments, SettleInvoice invoices, GiftLetters letters, TimeProvider clock)
{
    /// <param name="failed">The news is that a payment which took days did not come.</param>
    public async Task<Writing> AskAsync(StripeLine line, string session, bool failed, CancellationToken ct)
    {
        var asOf = clock.GetUtcNow();
        var page = await line.Client.V1.Checkout.Sessions.GetAsync(session, null, line.Options(), ct);
        var paid = page switch
        {
            _ when page.Status == "expired" || GiftFinder.IdIn(page.Metadata) is null => null,
            { InvoiceId: { } invoice } => await invoices.AskAsync(line, invoice, failed: false, ct),
            { PaymentIntentId: { } payment } => await payments.AskAsync(line, payment, ct),
            _ => null,
        };
        return then => WriteAsync(line, page, paid, failed, asOf, then);
    }

    /// <param name="paid">Of the payment that was made on the page; null when none was.</param>
    private async Task<StripeEventOutcome> WriteAsync(StripeLine line, Session page, Writing? paid, bool failed, DateTimeOffset asOf, CancellationToken ct)
    {
        if (await gifts.ByMetadataAsync(page.Metadata, ct) is not { } gift)
        {
            return StripeEventOutcome.NotOurs;
        }

        if (gift.StripeAccount != line.Account || page.AmountTotal != gift.Total || page.Currency != gift.Currency)
        {
            return StripeEventOutcome.Refused;
        }

        if (page.Status == "expired")
        {
            return Expire(gift, page.Id, asOf);
        }

        var outcome = paid is null ? StripeEventOutcome.Done : await paid(ct);
        if (failed && gift.PaidAt is null)
        {
            await letters.ToGiverAsync(DebitFailedMail.Name, gift, ct);
        }

        return outcome;
    }

    /// <summary>Another page of the same gift may be open: only the end of the newest one is the gift's.</summary>
    private static StripeEventOutcome Expire(Donation gift, string page, DateTimeOffset asOf)
    {
        if (gift.CheckoutSessionId != page)
        {
            return StripeEventOutcome.NotOurs;
        }

        gift.MarkExpired(asOf);
        return StripeEventOutcome.Done;
    }
}
