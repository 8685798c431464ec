using Platform.Core.Text;
using Platform.Donations.DonationSettings;
using Platform.Donations.StripeAccounts;
using Stripe.Checkout;

namespace Platform.Donations.Giving;

/// <summary>Stripe's own page for one gift. What it asks depends on the gift alone, never on the moment: the same key must come with the same words.</summary>
public sealed class PayPage(Catalogue catalogue)
{
    /// <summary>Stripe puts the session's own name there, which nobody can guess and only this giver gets.</summary>
    private const string SessionHere = "{CHECKOUT_SESSION_ID}";

    /// <summary>Of the languages a giver may read here. Stripe refuses a page in one it does not speak; told none, it asks the browser.</summary>
    private static readonly HashSet<string> SpokenByStripe = ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "tr"];

    private static readonly TimeSpan Open = TimeSpan.FromHours(3);

    public Task<Session> MakeAsync(GivingPlace place, Donation gift, GivingSettings settings, StripeLine line, CancellationToken ct) =>
        new SessionService(line.Client).CreateAsync(Ask(place, gift, settings), line.Options($"gift-{gift.Id:N}-{gift.Tries}"), ct);

    private SessionCreateOptions Ask(GivingPlace place, Donation gift, GivingSettings settings)
    {
        var texts = new Localiser(catalogue) { Language = catalogue.Find(gift.Language) ?? catalogue.Default };
        var mark = new Dictionary<string, string> { ["donation"] = gift.Id.ToString() };
        var recipient = settings.PurposeIn(gift.Language)?.Recipient ?? place.Recipient;
        List<SessionLineItemOptions> items = [Item(texts["giving.item", ("recipient", recipient)], gift.Amount, gift)];
        if (gift.FeeCover > 0)
        {
            items.Add(Item(texts["giving.item-fee"], gift.FeeCover, gift));
        }

        return new SessionCreateOptions
        {
            Mode = gift.Monthly ? "subscription" : "payment",
            SubmitType = gift.Monthly ? null : "donate",
            ClientReferenceId = gift.Id.ToString(),
            CustomerEmail = gift.GiverEmail,
            Locale = SpokenByStripe.Contains(gift.Language) ? gift.Language : "auto",
            LineItems = items,
            SuccessUrl = place.Address.AbsoluteUri + "/thanks/" + SessionHere,
            CancelUrl = place.Address.AbsoluteUri,
            ExpiresAt = gift.CreatedAt.Add(Open).UtcDateTime,
            Metadata = mark,
            PaymentIntentData = gift.Monthly ? null : new SessionPaymentIntentDataOptions { Metadata = mark },
            SubscriptionData = gift.Monthly ? new SessionSubscriptionDataOptions { Metadata = mark } : null,
        };
    }

    private static SessionLineItemOptions Item(string name, long amount, Donation gift) => new()
    {
        Quantity = 1,
        PriceData = new SessionLineItemPriceDataOptions
        {
            Currency = gift.Currency,
            UnitAmount = amount,
            ProductData = new SessionLineItemPriceDataProductDataOptions { Name = name },
            Recurring = gift.Monthly ? new SessionLineItemPriceDataRecurringOptions { Interval = "month" } : null,
        },
    };
}
