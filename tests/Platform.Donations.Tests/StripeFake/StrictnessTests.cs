using System.Text.Json.Nodes;
using Platform.Donations.StripeFake;
using Stripe;
using Xunit;

namespace Platform.Donations.Tests.StripeFake;

/// <summary>What Stripe would refuse, the fake refuses: a gift that works here works there.</summary>
public sealed class StrictnessTests
{
    private const string Gift = "mode=payment&success_url=http://localhost/thanks&line_items[0][quantity]=1&line_items[0][price_data][currency]=eur"
        + "&line_items[0][price_data][unit_amount]=2500&line_items[0][price_data][product_data][name]=Gift";

    private const string Monthly = "mode=subscription&success_url=http://localhost/thanks&line_items[0][quantity]=1&line_items[0][price_data][currency]=eur"
        + "&line_items[0][price_data][unit_amount]=2500&line_items[0][price_data][product_data][name]=Gift&line_items[0][price_data][recurring][interval]=month";

    private readonly FakeStand stand = new();

    /// <summary>Method, address, a body that is accepted, and the parameters it cannot do without. {x} is an object of the stand.</summary>
    public static TheoryData<string, string, string, string[]> Calls => new()
    {
        { "POST", "/v1/accounts", "type=standard&country=FR", [] },
        { "GET", "/v1/accounts/{account}", "", [] },
        { "POST", "/v1/account_links", "account={account}&type=account_onboarding&return_url=http://localhost/a&refresh_url=http://localhost/b", ["account", "type", "return_url", "refresh_url"] },
        {
            "POST", "/v1/checkout/sessions", Gift,
            ["mode", "success_url", "line_items[0][quantity]", "line_items[0][price_data][currency]", "line_items[0][price_data][unit_amount]", "line_items[0][price_data][product_data][name]"]
        },
        { "POST", "/v1/checkout/sessions", Monthly, ["line_items[0][price_data][recurring][interval]"] },
        { "GET", "/v1/checkout/sessions/{session}", "", [] },
        { "GET", "/v1/checkout/sessions", "limit=3&payment_intent={payment}", [] },
        { "POST", "/v1/checkout/sessions/{open}/expire", "", [] },
        { "GET", "/v1/payment_intents/{payment}", "expand[]=latest_charge.balance_transaction", [] },
        { "GET", "/v1/payment_intents", "created[gte]=1", [] },
        { "GET", "/v1/charges", "payment_intent={payment}&expand[]=data.balance_transaction", [] },
        { "GET", "/v1/balance_transactions", "type=charge&created[gte]=1&created[lte]=9999999999", [] },
        { "GET", "/v1/balance", "", [] },
        { "POST", "/v1/refunds", "payment_intent={payment}&amount=100&reason=requested_by_customer&metadata[by]=me", ["payment_intent"] },
        { "GET", "/v1/refunds", "payment_intent={payment}", [] },
        { "GET", "/v1/disputes", "payment_intent={payment}", [] },
        { "GET", "/v1/payouts", "status=paid", [] },
        { "GET", "/v1/subscriptions/{subscription}", "", [] },
        { "POST", "/v1/subscriptions/{subscription}", "cancel_at_period_end=true", [] },
        { "DELETE", "/v1/subscriptions/{subscription}", "", [] },
        { "GET", "/v1/invoices", "subscription={subscription}", [] },
        { "GET", "/v1/invoice_payments", "payment[type]=payment_intent&payment[payment_intent]={payment}", [] },
        { "POST", "/v1/billing_portal/sessions", "customer={customer}&return_url=http://localhost/give", ["customer"] },
        { "GET", "/v1/events", "types[]=charge.succeeded&delivery_success=false", [] },
        { "POST", "/v1/webhook_endpoints", "url=http://localhost/hook&enabled_events[]=charge.refunded", ["url", "enabled_events[]"] },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_is_taken_only_as_Stripe_describes_it(string method, string path, string parameters, string[] required)
    {
        var names = Objects();
        var (target, body) = (Fill(path, names), Fill(parameters, names));
        Assert.Equal(200, Send(method, target, body).Status);

        var unknown = Send(method, target, $"{body}&surprise=1".TrimStart('&'));
        Assert.Equal((400, "parameter_unknown", "surprise"), (unknown.Status, Code(unknown), Param(unknown)));
        foreach (var name in required)
        {
            var without = string.Join('&', body.Split('&').Where(pair => pair.Split('=')[0] != name));
            var refused = Send(method, target, without);
            Assert.Equal((400, name.Replace("[]", "", StringComparison.Ordinal)), (refused.Status, Param(refused)));
        }
    }

    [Theory]
    [InlineData("ui_mode=hosted", "ui_mode")]
    [InlineData("ui_mode=embedded", "ui_mode")]
    [InlineData("line_items[0][price_data][unit_amount]=ten", "line_items[0][price_data][unit_amount]")]
    [InlineData("line_items[0][price_data][unit_amount]=-5", "line_items[0][price_data][unit_amount]")]
    [InlineData("line_items[0][price_data][unit_amount]=49", "line_items")]
    [InlineData("line_items[0][price_data][unit_amount]=100000000", "line_items")]
    [InlineData("line_items[0][price_data][currency]=xxx", "line_items[0][price_data][currency]")]
    [InlineData("line_items[0][price_data][colour]=red", "line_items[0][price_data][colour]")]
    [InlineData("line_items[0][price_data][recurring][interval]=month", "mode")]
    [InlineData("subscription_data[metadata][a]=b", "subscription_data")]
    [InlineData("submit_type=give", "submit_type")]
    [InlineData("success_url=thanks", "success_url")]
    [InlineData("success_url=", "success_url")]
    [InlineData("expires_at=1", "expires_at")]
    [InlineData("customer=cus_none", "customer")]
    public void A_pay_page_is_refused_with(string parameter, string param)
    {
        var name = parameter.Split('=')[0];
        var body = string.Join('&', Gift.Split('&').Where(pair => pair.Split('=')[0] != name).Append(parameter));

        var refused = stand.Call("POST", "/v1/checkout/sessions", body);

        Assert.InRange(refused.Status, 400, 404);
        Assert.Equal(param, Param(refused));
        Assert.NotEmpty(FakeStand.ErrorOf(refused)["message"]!.GetValue<string>());
    }

    [Fact]
    public void One_idempotency_key_does_one_thing()
    {
        var first = stand.Call("POST", "/v1/checkout/sessions", Gift, "key-1");
        var again = stand.Call("POST", "/v1/checkout/sessions", Gift, "key-1");
        var other = stand.Call("POST", "/v1/checkout/sessions", Gift + "&locale=fr", "key-1");

        Assert.Equal((first.Body, true), (again.Body, again.Replayed));
        Assert.Equal((400, "idempotency_error"), (other.Status, FakeStand.ErrorOf(other)["type"]!.GetValue<string>()));
        Assert.NotEqual(first.Body, stand.Call("POST", "/v1/checkout/sessions", Gift, "key-2").Body);
    }

    [Theory]
    [InlineData(null, null, 401)]
    [InlineData("sk_live_real", null, 401)]
    [InlineData("sk_test_stand", "acct_unknown", 403)]
    [InlineData("rk_test_own", "acct_unknown", 403)]
    public void Nobody_enters_an_account_without_its_key(string? key, string? account, int status) =>
        Assert.Equal(status, stand.Call("GET", "/v1/charges", key: key, account: account).Status);

    [Fact]
    public void A_key_of_one_s_own_always_opens_the_same_account_and_no_other()
    {
        var own = JsonNode.Parse(stand.Stripe.Answer(new FakeRequest("GET", "/v1/account", "", "rk_test_one")).Body)!["id"]!.GetValue<string>();

        Assert.Equal(own, JsonNode.Parse(stand.Stripe.Answer(new FakeRequest("GET", "/v1/account", "", "rk_test_one")).Body)!["id"]!.GetValue<string>());
        Assert.NotEqual(own, JsonNode.Parse(stand.Stripe.Answer(new FakeRequest("GET", "/v1/account", "", "rk_test_two")).Body)!["id"]!.GetValue<string>());
        Assert.Equal(404, stand.Stripe.Answer(new FakeRequest("GET", $"/v1/payment_intents/{Objects()["payment"]}", "", "rk_test_one")).Status);
    }

    [Fact]
    public void An_account_that_took_the_access_away_is_closed()
    {
        stand.Stripe.In(stand.Account, FakeOnboarding.Deauthorize);

        Assert.Equal(403, stand.Call("GET", "/v1/charges").Status);
        var told = Assert.IsType<Event>(EventUtility.ParseEvent(stand.Deliveries.Held[^1].Payload));
        Assert.Equal(("account.application.deauthorized", stand.Account), (told.Type, told.Account));
    }

    private FakeAnswer Send(string method, string target, string parameters) =>
        method == "POST" ? stand.Call(method, target, parameters) : stand.Call(method, parameters.Length == 0 ? target : $"{target}?{parameters}");

    private static string Fill(string text, Dictionary<string, string> names) =>
        names.Aggregate(text, (filled, name) => filled.Replace("{" + name.Key + "}", name.Value, StringComparison.Ordinal));

    private static string? Code(FakeAnswer answer) => FakeStand.ErrorOf(answer)["code"]?.GetValue<string>();

    private static string? Param(FakeAnswer answer) => FakeStand.ErrorOf(answer)["param"]?.GetValue<string>();

    private Dictionary<string, string> Objects()
    {
        var sessions = stand.Client.V1.Checkout.Sessions;
        var (paid, promised) = (sessions.Create(FakeStand.Gift(), stand.Line), sessions.Create(FakeStand.Gift(monthly: true), stand.Line));
        stand.Stripe.In(stand.Account, account => FakeHostedPage.Pay(account, paid.Id));
        stand.Stripe.In(stand.Account, account => FakeHostedPage.Pay(account, promised.Id));
        (paid, promised) = (sessions.Get(paid.Id, requestOptions: stand.Line), sessions.Get(promised.Id, requestOptions: stand.Line));
        return new()
        {
            ["account"] = stand.Account,
            ["session"] = paid.Id,
            ["open"] = sessions.Create(FakeStand.Gift(), stand.Line).Id,
            ["payment"] = paid.PaymentIntentId,
            ["subscription"] = promised.SubscriptionId,
            ["customer"] = promised.CustomerId,
        };
    }
}
