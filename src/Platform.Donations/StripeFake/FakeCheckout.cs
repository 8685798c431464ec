using System.Globalization;
using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Checkout sessions: made by the platform, answered on the hosted page.</summary>
public static class FakeCheckout
{
    private const long ShortestLife = 30 * 60;
    private const long LongestLife = 24 * 60 * 60;

    public static JsonObject Create(FakeAccount account, FakeParameters sent, string site)
    {
        var mode = sent.OneOf("mode", "payment", "subscription", "setup");
        Check(account, sent, mode);
        var (currency, total) = Total(sent, mode);
        var id = FakeAccount.NewId("cs_test");
        var session = account.Add("checkout.session", id, new JsonObject
        {
            ["amount_subtotal"] = total,
            ["amount_total"] = total,
            ["currency"] = currency,
            ["mode"] = mode,
            ["status"] = "open",
            ["payment_status"] = "unpaid",
            ["ui_mode"] = "hosted_page",
            ["success_url"] = Address(sent, "success_url"),
            ["cancel_url"] = sent.Text("cancel_url"),
            ["client_reference_id"] = sent.Text("client_reference_id"),
            ["customer"] = sent.Text("customer") is { } customer ? account.Get("customer", customer, "customer").Id() : null,
            ["customer_email"] = sent.Text("customer_email"),
            ["customer_creation"] = mode == "payment" ? sent.Text("customer_creation") ?? "if_required" : null,
            ["locale"] = sent.Text("locale"),
            ["submit_type"] = sent.Text("submit_type"),
            ["metadata"] = sent.Metadata(),
            ["payment_method_types"] = new JsonArray("card"),
            ["expires_at"] = Expiry(account, sent),
            ["url"] = $"{site}/stripe/fake/pay/{id}",
        });
        account.Remember(id, sent);
        return session;
    }

    public static JsonObject Expire(FakeAccount account, string id)
    {
        var session = account.Get("checkout.session", id);
        if (session.Text("status") != "open")
        {
            throw FakeException.Invalid($"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {session.Text("status")}.");
        }

        session["status"] = "expired";
        session["url"] = null;
        account.Raise("checkout.session.expired", session);
        return session;
    }

    private static void Check(FakeAccount account, FakeParameters sent, string mode)
    {
        if (mode == "setup")
        {
            throw FakeException.Invalid("This fake covers the modes payment and subscription.", param: "mode");
        }

        if (account.Find(account.Id)?.Flag("charges_enabled") is false)
        {
            throw FakeException.Invalid("In order to use Checkout, the account must be able to make charges: finish its onboarding first.", "account_invalid");
        }

        if (sent.Text("ui_mode") is not null && sent.OneOf("ui_mode", "hosted_page", "embedded_page", "elements") != "hosted_page")
        {
            throw FakeException.Invalid("This fake covers hosted pages.", param: "ui_mode");
        }

        foreach (var (param, belongs) in new[] { ("payment_intent_data", "payment"), ("customer_creation", "payment"), ("submit_type", "payment"), ("subscription_data", "subscription") })
        {
            if (sent.At(param) is not null && mode != belongs)
            {
                throw FakeException.Invalid($"You can not pass `{param}` in `{mode}` mode.", param: param);
            }
        }

        if (sent.Text("submit_type") is not null)
        {
            sent.OneOf("submit_type", "auto", "book", "donate", "pay", "subscribe");
        }

        if (sent.Text("customer") is not null && sent.Text("customer_email") is not null)
        {
            throw FakeException.Invalid("You may only specify one of these parameters: customer, customer_email.", param: "customer_email");
        }
    }

    private static (string Currency, long Total) Total(FakeParameters sent, string mode)
    {
        var (places, currencies, total) = (sent.Count("line_items"), new HashSet<string>(), 0L);
        if (places == 0)
        {
            throw FakeException.Missing("line_items");
        }

        for (var place = 0; place < places; place++)
        {
            var item = string.Create(CultureInfo.InvariantCulture, $"line_items.{place}");
            if (sent.Text($"{item}.price") is { } price)
            {
                throw FakeException.NoSuch("price", price, FakeParameters.Named($"{item}.price"));
            }

            currencies.Add(FakeMoney.Currency(sent, $"{item}.price_data.currency"));
            _ = sent.Required($"{item}.price_data.product_data.name");
            _ = sent.Required($"{item}.price_data.unit_amount");
            _ = sent.Required($"{item}.quantity");
            if (mode == "subscription")
            {
                sent.OneOf($"{item}.price_data.recurring.interval", "day", "week", "month", "year");
            }
            else if (sent.At($"{item}.price_data.recurring") is not null)
            {
                throw FakeException.Invalid("You must provide `subscription` as the mode when using recurring prices.", param: "mode");
            }

            var (amount, quantity) = (sent.Number($"{item}.price_data.unit_amount")!.Value, sent.Number($"{item}.quantity")!.Value);
            if (amount < 0 || quantity < 1)
            {
                throw FakeException.Invalid("This value must be greater than or equal to 1.", "parameter_invalid_integer", FakeParameters.Named(amount < 0 ? $"{item}.price_data.unit_amount" : $"{item}.quantity"));
            }

            total += amount * quantity;
        }

        FakeMoney.CheckTotal(total);
        return currencies.Count == 1 ? (currencies.Single(), total) : throw FakeException.Invalid("All line items must have the same currency.", param: "line_items");
    }

    private static string Address(FakeParameters sent, string param) =>
        Uri.TryCreate(sent.Required(param), UriKind.Absolute, out _) ? sent.Required(param) : throw FakeException.Invalid("Not a valid URL", "url_invalid", param);

    private static long Expiry(FakeAccount account, FakeParameters sent)
    {
        var at = sent.Number("expires_at") ?? account.Now + LongestLife;
        return at >= account.Now + ShortestLife - 60 && at <= account.Now + LongestLife + 60
            ? at
            : throw FakeException.Invalid("The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.", param: "expires_at");
    }
}
