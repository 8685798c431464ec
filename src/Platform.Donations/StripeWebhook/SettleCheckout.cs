using Platform.Donations.Giving;
using Platform.Donations.StripeAccounts;

namespace Platform.Donations.StripeWebhook;

/// <summary>What became of a pay page: paid, on its way, failed days later, or left until it closed.</summary>
public sealed class SettleCheckout(GiftFinder gifts, SettlePayment payments, SettleInvoice invoices, GiftLetters letters, TimeProvider clock)
{
    /// <param name="failed">The news is that a payment which took days did not come.</param>
    public async Task<StripeEventOutcome> RunAsync(StripeLine line, string session, bool failed, CancellationToken ct)
    {
        var asOf = clock.GetUtcNow();
        var page = await line.Client.V1.Checkout.Sessions.GetAsync(session, null, line.Options(), ct);
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

        var outcome = page switch
        {
            { InvoiceId: { } invoice } => await invoices.RunAsync(line, invoice, failed: false, ct),
            { PaymentIntentId: { } payment } => await payments.RunAsync(line, payment, ct),
            _ => StripeEventOutcome.Done,
        };
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
