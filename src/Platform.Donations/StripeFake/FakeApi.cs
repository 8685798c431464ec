using System.Text.Json.Nodes;
using Stripe;
using Stripe.Checkout;

namespace Platform.Donations.StripeFake;

/// <summary>The addresses of Stripe's API that the fake answers. Each names the option class that describes its parameters.</summary>
internal sealed class FakeApi(FakeStripe stripe)
{
    private readonly List<Endpoint> endpoints = [];

    public FakeApi Built()
    {
        Post<AccountCreateOptions>("accounts", call => FakeOnboarding.Register(stripe.Open(FakeAccount.NewId("acct"), connected: true), call.Sent));
        Get<AccountGetOptions>("account", call => Whole(call.Account).Get("account", call.Account.Id));
        Get<AccountGetOptions>("accounts/{id}", call => (call.Id == call.Account.Id ? Whole(call.Account) : stripe.Reach(call.Id)).Get("account", call.Id));
        Post<AccountLinkCreateOptions>("account_links", call => FakeOnboarding.Link(call.Account, stripe.Reach(call.Sent.Required("account")), call.Sent, stripe.Site));

        Post<SessionCreateOptions>("checkout/sessions", call => FakeCheckout.Create(call.Account, call.Sent, stripe.Site));
        Post<SessionExpireOptions>("checkout/sessions/{id}/expire", call => FakeCheckout.Expire(call.Account, call.Id));
        Read<SessionGetOptions, SessionListOptions>("checkout/sessions", "checkout.session");
        Read<PaymentIntentGetOptions, PaymentIntentListOptions>("payment_intents", "payment_intent");
        Read<ChargeGetOptions, ChargeListOptions>("charges", "charge");
        Read<BalanceTransactionGetOptions, BalanceTransactionListOptions>("balance_transactions", "balance_transaction");
        Post<RefundCreateOptions>("refunds", call => FakeRefunds.Create(call.Account, call.Sent));
        Get<BalanceGetOptions>("balance", call => FakeMoney.Balance(call.Account));
        Read<RefundGetOptions, RefundListOptions>("refunds", "refund");
        Read<DisputeGetOptions, DisputeListOptions>("disputes", "dispute");
        Read<PayoutGetOptions, PayoutListOptions>("payouts", "payout");
        Read<CustomerGetOptions, CustomerListOptions>("customers", "customer");
        Read<InvoiceGetOptions, InvoiceListOptions>("invoices", "invoice");
        Read<InvoicePaymentGetOptions, InvoicePaymentListOptions>("invoice_payments", "invoice_payment");
        Read<SubscriptionGetOptions, SubscriptionListOptions>("subscriptions", "subscription");
        Post<SubscriptionUpdateOptions>("subscriptions/{id}", call => FakeSubscriptions.Update(call.Account, call.Id, call.Sent));
        Add<SubscriptionCancelOptions>("DELETE", "subscriptions/{id}", call => FakeSubscriptions.Cancel(call.Account, call.Id));
        Post<Stripe.BillingPortal.SessionCreateOptions>("billing_portal/sessions", call => FakePortal.Create(call.Account, call.Sent, stripe.Site));
        Read<EventGetOptions, EventListOptions>("events", "event");
        Post<WebhookEndpointCreateOptions>("webhook_endpoints", call => FakeEndpoints.Create(call.Account, call.Sent));
        return this;
    }

    /// <exception cref="FakeException">What Stripe would refuse.</exception>
    public JsonObject Answer(FakeAccount account, FakeRequest request, FakeParameters sent)
    {
        var (endpoint, id) = Find(request);
        FakeContract.Check(endpoint.Options, sent.Tree);
        var answer = endpoint.Run(new FakeCall(account, id, sent, request)).DeepClone().AsObject();
        FakeLists.Expand(account, answer, sent);
        return answer;
    }

    private (Endpoint Endpoint, string Id) Find(FakeRequest request)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var endpoint in endpoints.Where(e => e.Method == request.Method && e.Path.Length == path.Length))
        {
            if (endpoint.Path.Zip(path).All(part => part.First == "{id}" || part.First == part.Second))
            {
                return (endpoint, Array.IndexOf(endpoint.Path, "{id}") is >= 0 and var at ? Uri.UnescapeDataString(path[at]) : "");
            }
        }

        throw new FakeException(404, "invalid_request_error", $"Unrecognized request URL ({request.Method}: {request.Path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.");
    }

    private void Read<TGet, TList>(string path, string kind)
    {
        Get<TGet>(path + "/{id}", call => call.Account.Get(kind, call.Id));
        Get<TList>(path, call => FakeLists.List(call.Account, kind, call.Sent, "/v1/" + path));
    }

    private void Get<TOptions>(string path, Func<FakeCall, JsonObject> run) => Add<TOptions>("GET", path, run);

    private void Post<TOptions>(string path, Func<FakeCall, JsonObject> run) => Add<TOptions>("POST", path, run);

    private void Add<TOptions>(string method, string path, Func<FakeCall, JsonObject> run) =>
        endpoints.Add(new Endpoint(method, ["v1", .. path.Split('/')], typeof(TOptions), run));

    private static FakeAccount Whole(FakeAccount account)
    {
        if (account.Find(account.Id) is null)
        {
            FakeOnboarding.Finished(account);
        }

        return account;
    }

    private sealed record Endpoint(string Method, string[] Path, Type Options, Func<FakeCall, JsonObject> Run);
}

/// <summary>A call that found its address.</summary>
internal sealed record FakeCall(FakeAccount Account, string Id, FakeParameters Sent, FakeRequest Request);
