using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Payment intents and the charges they make.</summary>
public static class FakePayments
{
    /// <summary>A payment that succeeds at once.</summary>
    public static JsonObject Take(FakeAccount account, long amount, string currency, JsonObject metadata, string? customer, string? email)
    {
        var payment = Begin(account, amount, currency, metadata, customer, "requires_payment_method");
        Charge(account, payment, email);
        return payment;
    }

    public static JsonObject Begin(FakeAccount account, long amount, string currency, JsonObject metadata, string? customer, string status)
    {
        var id = FakeAccount.NewId("pi");
        return account.Add("payment_intent", id, new JsonObject
        {
            ["amount"] = amount,
            ["currency"] = currency,
            ["client_secret"] = $"{id}_secret_fake",
            ["customer"] = customer,
            ["metadata"] = metadata,
            ["status"] = status,
        });
    }

    /// <summary>The money arrives: charge, balance, fee.</summary>
    public static void Charge(FakeAccount account, JsonObject payment, string? email)
    {
        var (amount, currency) = (payment.Number("amount"), payment.Text("currency")!);
        var charge = Attempt(account, payment, email);
        charge["balance_transaction"] = FakeMoney.Move(account, "charge", charge.Id(), currency, amount, FakeMoney.FeeOf(amount)).Id();
        charge["amount_captured"] = amount;
        charge["captured"] = true;
        (payment["status"], payment["amount_received"], payment["last_payment_error"]) = ("succeeded", amount, null);
        account.Raise("charge.succeeded", charge);
        account.Raise("payment_intent.succeeded", payment);
    }

    /// <param name="code">Why, in Stripe's words: <c>card_declined</c>, <c>expired_card</c>.</param>
    public static void Decline(FakeAccount account, JsonObject payment, string code)
    {
        const string Message = "Your card was declined.";
        var charge = Attempt(account, payment, null);
        (charge["status"], charge["paid"], charge["failure_code"], charge["failure_message"], charge["balance_transaction"]) = ("failed", false, code, Message, null);
        payment["status"] = "requires_payment_method";
        payment["last_payment_error"] = new JsonObject { ["type"] = "card_error", ["code"] = code, ["message"] = Message, ["charge"] = charge.Id() };
        account.Raise("charge.failed", charge);
        account.Raise("payment_intent.payment_failed", payment);
    }

    private static JsonObject Attempt(FakeAccount account, JsonObject payment, string? email)
    {
        var charge = account.Add("charge", FakeAccount.NewId("ch"), new JsonObject
        {
            ["amount"] = payment.Number("amount"),
            ["currency"] = payment.Text("currency"),
            ["customer"] = payment.Text("customer"),
            ["payment_intent"] = payment.Id(),
            ["payment_method"] = FakeAccount.NewId("pm"),
            ["metadata"] = payment["metadata"]!.DeepClone(),
            ["status"] = "succeeded",
            ["balance_transaction"] = null,
        });
        charge["billing_details"]!["email"] = email;
        charge["billing_details"]!["name"] = null;
        payment["latest_charge"] = charge.Id();
        return charge;
    }
}
