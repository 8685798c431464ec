using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Monthly gifts: a subscription, and an invoice each month.</summary>
public static class FakeSubscriptions
{
    private const long Month = 30 * 24 * 60 * 60;

    internal static void Begin(FakeAccount account, JsonObject session, FakeParameters sent)
    {
        var id = FakeAccount.NewId("sub");
        var subscription = account.Add("subscription", id, new JsonObject
        {
            ["currency"] = session.Text("currency"),
            ["customer"] = session.Text("customer"),
            ["metadata"] = sent.Metadata("subscription_data.metadata"),
            ["status"] = "active",
            ["billing_cycle_anchor"] = account.Now,
            ["start_date"] = account.Now,
        });
        var item = subscription["items"]!["data"]![0]!;
        (item["id"], item["subscription"], item["created"]) = (FakeAccount.NewId("si"), id, account.Now);
        (item["current_period_start"], item["current_period_end"]) = (account.Now, account.Now + Month);
        var price = item["price"]!;
        (price["id"], price["product"], price["currency"]) = (FakeAccount.NewId("price"), FakeAccount.NewId("prod"), session.Text("currency"));
        (price["unit_amount"], price["unit_amount_decimal"]) = (session.Number("amount_total"), session["amount_total"]!.ToJsonString());
        subscription["items"]!["url"] = $"/v1/subscription_items?subscription={id}";
        session["subscription"] = id;
        account.Raise("customer.subscription.created", subscription);
        session["invoice"] = FakeInvoices.Bill(account, subscription, "subscription_create").Id();
    }

    /// <summary>A month is over: the card is charged again.</summary>
    /// <param name="refusal">Null when it goes through, else the bank's word: <c>card_declined</c>, <c>expired_card</c>.</param>
    public static JsonObject Renew(FakeAccount account, string id, string? refusal = null)
    {
        var subscription = account.Get("subscription", id);
        if (subscription.Text("status") is not ("active" or "past_due"))
        {
            throw FakeException.Invalid("This subscription has ended.");
        }

        var item = subscription["items"]!["data"]![0]!.AsObject();
        (item["current_period_start"], item["current_period_end"]) = (item.Number("current_period_end"), item.Number("current_period_end") + Month);
        var invoice = FakeInvoices.Bill(account, subscription, "subscription_cycle", refusal);
        subscription["status"] = refusal is null ? "active" : "past_due";
        account.Raise("customer.subscription.updated", subscription);
        return invoice;
    }

    /// <summary>By the organisation, the giver's portal, or Stripe after the last failed attempt.</summary>
    public static JsonObject Cancel(FakeAccount account, string id, string reason = "cancellation_requested")
    {
        var subscription = account.Get("subscription", id);
        if (subscription.Text("status") == "canceled")
        {
            throw FakeException.NoSuch("subscription", id);
        }

        (subscription["status"], subscription["canceled_at"], subscription["ended_at"]) = ("canceled", account.Now, account.Now);
        subscription["cancellation_details"]!["reason"] = reason;
        account.Raise("customer.subscription.deleted", subscription);
        return subscription;
    }

    public static JsonObject Update(FakeAccount account, string id, FakeParameters sent)
    {
        var subscription = account.Get("subscription", id);
        if (sent.Tree.Select(p => p.Key).FirstOrDefault(name => name is not ("cancel_at_period_end" or "metadata" or "expand")) is { } other)
        {
            throw FakeException.Invalid($"This fake changes cancel_at_period_end and metadata of a subscription, not {other}.", param: other);
        }

        subscription["cancel_at_period_end"] = sent.Text("cancel_at_period_end") is null ? subscription.Flag("cancel_at_period_end") : sent.Flag("cancel_at_period_end");
        foreach (var (name, value) in sent.Metadata())
        {
            subscription["metadata"]![name] = value?.DeepClone();
        }

        account.Raise("customer.subscription.updated", subscription);
        return subscription;
    }
}
