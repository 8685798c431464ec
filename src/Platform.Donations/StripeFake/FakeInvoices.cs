using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>What a subscription asks for, month by month, and the payments on it.</summary>
public static class FakeInvoices
{
    /// <summary>Makes an invoice and charges the card for it.</summary>
    /// <param name="why"><c>subscription_create</c> or <c>subscription_cycle</c>.</param>
    internal static JsonObject Bill(FakeAccount account, JsonObject subscription, string why, string? refusal = null)
    {
        var price = subscription["items"]!["data"]![0]!["price"]!.AsObject();
        var (id, amount, currency, customer) = (FakeAccount.NewId("in"), price.Number("unit_amount"), subscription.Text("currency")!, subscription.Text("customer")!);
        var invoice = account.Add("invoice", id, new JsonObject
        {
            ["amount_due"] = amount,
            ["amount_remaining"] = amount,
            ["subtotal"] = amount,
            ["total"] = amount,
            ["billing_reason"] = why,
            ["currency"] = currency,
            ["customer"] = customer,
            ["customer_email"] = account.Find(customer)?.Text("email"),
            ["status"] = "open",
            ["parent"] = new JsonObject
            {
                ["quote_details"] = null,
                ["subscription_details"] = new JsonObject { ["metadata"] = subscription["metadata"]!.DeepClone(), ["subscription"] = subscription.Id() },
                ["type"] = "subscription_details",
            },
        });
        subscription["latest_invoice"] = id;
        Collect(account, invoice, refusal);
        return invoice;
    }

    /// <summary>Tries the card for an open invoice: at once, or again after it failed.</summary>
    public static void Collect(FakeAccount account, JsonObject invoice, string? refusal = null)
    {
        var (amount, currency, customer) = (invoice.Number("amount_due"), invoice.Text("currency")!, invoice.Text("customer")!);
        var payment = PaymentOn(account, invoice) ?? FakePayments.Begin(account, amount, currency, [], customer, "requires_payment_method");
        var paid = account.All("invoice_payment").FirstOrDefault(p => p.Text("invoice") == invoice.Id()) ?? account.Add("invoice_payment", FakeAccount.NewId("inpay"), new JsonObject
        {
            ["amount_requested"] = amount,
            ["currency"] = currency,
            ["invoice"] = invoice.Id(),
            ["is_default"] = true,
            ["payment"] = new JsonObject { ["type"] = "payment_intent", ["payment_intent"] = payment.Id() },
            ["status"] = "open",
        });
        (invoice["attempted"], invoice["attempt_count"]) = (true, invoice.Number("attempt_count") + 1);
        if (refusal is not null)
        {
            invoice["next_payment_attempt"] = account.Now + (3 * 24 * 60 * 60);
            FakePayments.Decline(account, payment, refusal);
            account.Raise("invoice.payment_failed", invoice);
            return;
        }

        FakePayments.Charge(account, payment, invoice.Text("customer_email"));
        (paid["status"], paid["amount_paid"]) = ("paid", amount);
        (invoice["status"], invoice["amount_paid"], invoice["amount_remaining"], invoice["next_payment_attempt"]) = ("paid", amount, 0L, null);
        invoice["status_transitions"]!["paid_at"] = account.Now;
        account.Raise("invoice.paid", invoice);
    }

    private static JsonObject? PaymentOn(FakeAccount account, JsonObject invoice) => account.All("invoice_payment")
        .Where(p => p.Text("invoice") == invoice.Id()).Select(p => account.Find(p["payment"]!.AsObject().Text("payment_intent"))).FirstOrDefault();
}
