using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.Core.Tenancy;
using Platform.Donations.StripeFake;
using Stripe;
using Stripe.Checkout;

namespace Platform.Donations.Tests.StripeFake;

/// <summary>The fake without a host: one connected account, calls by Stripe's own package, events that are held back.</summary>
internal sealed class FakeStand
{
    public FakeStand()
    {
        var site = new TenancyOptions { BaseUrl = "http://localhost" };
        Deliveries = new FakeDeliveries(new NoClients(), site, TimeProvider.System, NullLogger<FakeDeliveries>.Instance) { Hold = true };
        Stripe = new FakeStripe(Deliveries, site, TimeProvider.System);
        Client = new StripeClient("sk_test_stand", httpClient: new SystemNetHttpClient(new HttpClient(new FakeStripeHandler(Stripe, Faults)), maxNetworkRetries: 0));
        Account = Client.V1.Accounts.Create(new AccountCreateOptions { Type = "standard" }).Id;
        Stripe.In(Account, FakeOnboarding.Complete);
        Line = new RequestOptions { StripeAccount = Account };
    }

    public FakeDeliveries Deliveries { get; }

    public FakeFaults Faults { get; } = new();

    public FakeStripe Stripe { get; }

    public StripeClient Client { get; }

    public string Account { get; }

    public RequestOptions Line { get; }

    public IEnumerable<string> Events => Deliveries.Held.Select(d => d.Event["type"]!.GetValue<string>());

    public static SessionCreateOptions Gift(bool monthly = false, long amount = 2500, string currency = "eur") => new()
    {
        Mode = monthly ? "subscription" : "payment",
        UiMode = "hosted_page",
        SuccessUrl = "http://localhost/thanks?session={CHECKOUT_SESSION_ID}",
        CancelUrl = "http://localhost/give",
        CustomerEmail = "giver@example.org",
        SubmitType = monthly ? null : "donate",
        PaymentIntentData = monthly ? null : new SessionPaymentIntentDataOptions { Metadata = new Dictionary<string, string> { ["donation"] = "d1" } },
        SubscriptionData = monthly ? new SessionSubscriptionDataOptions { Metadata = new Dictionary<string, string> { ["donation"] = "d1" } } : null,
        LineItems =
        [
            new SessionLineItemOptions
            {
                Quantity = 1,
                PriceData = new SessionLineItemPriceDataOptions
                {
                    Currency = currency,
                    UnitAmount = amount,
                    ProductData = new SessionLineItemPriceDataProductDataOptions { Name = "Gift" },
                    Recurring = monthly ? new SessionLineItemPriceDataRecurringOptions { Interval = "month" } : null,
                },
            },
        ],
    };

    /// <summary>A call as bytes on the wire.</summary>
    public FakeAnswer Call(string method, string target, string body = "", string? idempotencyKey = null, string? key = "sk_test_stand", string? account = null) =>
        Stripe.Answer(new FakeRequest(method, target, body, key, account ?? Account, idempotencyKey));

    public static JsonObject ErrorOf(FakeAnswer answer) => JsonNode.Parse(answer.Body)!["error"]!.AsObject();

    private sealed class NoClients : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => throw new InvalidOperationException("Nothing is sent here.");
    }
}
