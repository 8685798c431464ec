using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>What a giver does on the hosted page.</summary>
public static class FakeHostedPage
{
    /// <summary>The card is charged: the session is complete, and for a monthly gift the subscription begins.</summary>
    public static void Pay(FakeAccount account, string id)
    {
        var session = Open(account, id);
        var email = Complete(account, session);
        if (session.Text("mode") == "subscription")
        {
            session["payment_status"] = "paid";
            FakeSubscriptions.Begin(account, session, account.Recall(id));
        }
        else
        {
            var payment = FakePayments.Take(account, session.Number("amount_total"), session.Text("currency")!, account.Recall(id).Metadata("payment_intent_data.metadata"), session.Text("customer"), email);
            (session["payment_intent"], session["payment_status"]) = (payment.Id(), "paid");
        }

        account.Raise("checkout.session.completed", session);
    }

    /// <summary>A bank debit: the session is complete, the money comes or does not come days later.</summary>
    public static void PayLater(FakeAccount account, string id)
    {
        var session = Open(account, id);
        if (session.Text("mode") != "payment")
        {
            throw FakeException.Invalid("A monthly gift is paid by card here.");
        }

        Complete(account, session);
        session["payment_intent"] = FakePayments.Begin(account, session.Number("amount_total"), session.Text("currency")!, account.Recall(id).Metadata("payment_intent_data.metadata"), session.Text("customer"), "processing").Id();
        account.Raise("checkout.session.completed", session);
    }

    /// <summary>The days are over.</summary>
    public static void Settle(FakeAccount account, string id, bool arrived)
    {
        var session = account.Get("checkout.session", id);
        var payment = account.Find(session.Text("payment_intent"));
        if (payment?.Text("status") != "processing")
        {
            throw FakeException.Invalid("Nothing is on its way here.");
        }

        if (arrived)
        {
            FakePayments.Charge(account, payment, session.Text("customer_email"));
            session["payment_status"] = "paid";
        }
        else
        {
            FakePayments.Decline(account, payment, "payment_method_provider_decline");
        }

        account.Raise(arrived ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", session);
    }

    /// <summary>The bank refuses the card; the page stays open for another.</summary>
    public static void Decline(FakeAccount account, string id)
    {
        var session = Open(account, id);
        if (session.Text("mode") == "payment")
        {
            var payment = FakePayments.Begin(account, session.Number("amount_total"), session.Text("currency")!, account.Recall(id).Metadata("payment_intent_data.metadata"), session.Text("customer"), "requires_payment_method");
            FakePayments.Decline(account, payment, "card_declined");
        }
    }

    private static JsonObject Open(FakeAccount account, string id)
    {
        var session = account.Get("checkout.session", id);
        return session.Text("status") == "open" ? session : throw FakeException.Invalid($"This page is not open any more: {session.Text("status")}.");
    }

    private static string? Complete(FakeAccount account, JsonObject session)
    {
        var email = session.Text("customer_email") ?? account.Find(session.Text("customer"))?.Text("email");
        if (session["customer"] is null && (session.Text("mode") == "subscription" || session.Text("customer_creation") == "always"))
        {
            session["customer"] = account.Add("customer", FakeAccount.NewId("cus"), new JsonObject { ["email"] = email, ["currency"] = session.Text("currency") }).Id();
        }

        session["customer_details"] = new JsonObject { ["email"] = email, ["name"] = null, ["phone"] = null, ["address"] = null, ["tax_exempt"] = "none", ["tax_ids"] = null };
        (session["status"], session["url"]) = ("complete", null);
        return email;
    }
}
