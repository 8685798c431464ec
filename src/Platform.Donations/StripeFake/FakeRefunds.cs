using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Money that goes back to a giver: by the platform's call, or pressed in Stripe's own pages.</summary>
public static class FakeRefunds
{
    public static JsonObject Create(FakeAccount account, FakeParameters sent)
    {
        if (sent.Text("charge") is null && sent.Text("payment_intent") is null)
        {
            throw FakeException.Invalid("One of the following params should be provided for this request: payment_intent or charge.", "parameter_missing", "payment_intent");
        }

        if (sent.Text("reason") is not null)
        {
            sent.OneOf("reason", "duplicate", "fraudulent", "requested_by_customer");
        }

        var charge = sent.Text("charge") is { } id
            ? account.Get("charge", id, "charge")
            : account.Find(account.Get("payment_intent", sent.Text("payment_intent")!, "payment_intent").Text("latest_charge"));
        return charge?.Text("status") == "succeeded"
            ? Back(account, charge, sent.Number("amount"), sent.Text("reason"), sent.Metadata())
            : throw FakeException.Invalid("This payment has no successful charge to refund.", "charge_not_refundable", "payment_intent");
    }

    /// <param name="amount">Null for what is left.</param>
    public static JsonObject Back(FakeAccount account, JsonObject charge, long? amount, string? reason = null, JsonObject? metadata = null)
    {
        var left = charge.Number("amount") - charge.Number("amount_refunded");
        var back = amount ?? left;
        if (left == 0)
        {
            throw FakeException.Invalid($"Charge {charge.Id()} has already been refunded.", "charge_already_refunded");
        }

        if (back < 1 || back > left)
        {
            throw FakeException.Invalid(back < 1 ? "Invalid positive integer" : $"Refund amount ({back}) is greater than unrefunded amount on charge ({left})", param: "amount");
        }

        var id = FakeAccount.NewId("re");
        var refund = account.Add("refund", id, new JsonObject
        {
            ["amount"] = back,
            ["charge"] = charge.Id(),
            ["currency"] = charge.Text("currency"),
            ["payment_intent"] = charge.Text("payment_intent"),
            ["reason"] = reason,
            ["metadata"] = metadata ?? [],
            ["balance_transaction"] = FakeMoney.Move(account, "refund", id, charge.Text("currency")!, -back).Id(),
        });
        Set(charge, charge.Number("amount_refunded") + back);
        account.Raise("refund.created", refund);
        account.Raise("charge.refunded", charge);
        return refund;
    }

    /// <summary>The giver's bank sends a refund back, for example because the card no longer exists.</summary>
    public static void Fail(FakeAccount account, string id)
    {
        var refund = account.Get("refund", id);
        if (refund.Text("status") != "succeeded")
        {
            throw FakeException.Invalid("This refund has failed already.");
        }

        refund["status"] = "failed";
        refund["failure_reason"] = "lost_or_stolen_card";
        refund["failure_balance_transaction"] = FakeMoney.Move(account, "refund_failure", id, refund.Text("currency")!, refund.Number("amount")).Id();
        var charge = account.Get("charge", refund.Text("charge")!);
        Set(charge, charge.Number("amount_refunded") - refund.Number("amount"));
        account.Raise("refund.updated", refund);
        account.Raise("refund.failed", refund);
    }

    private static void Set(JsonObject charge, long refunded) =>
        (charge["amount_refunded"], charge["refunded"]) = (refunded, refunded == charge.Number("amount"));
}
