using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Givers who tell their bank that they did not give.</summary>
public static class FakeDisputes
{
    public static JsonObject Open(FakeAccount account, string charged)
    {
        var charge = account.Get("charge", charged);
        if (charge.Text("status") != "succeeded" || charge.Flag("disputed"))
        {
            throw FakeException.Invalid("This charge cannot be disputed.");
        }

        var (id, amount, currency) = (FakeAccount.NewId("dp"), charge.Number("amount"), charge.Text("currency")!);
        var taken = FakeMoney.Move(account, "adjustment", id, currency, -amount, FakeMoney.DisputeFee);
        var dispute = account.Add("dispute", id, new JsonObject
        {
            ["amount"] = amount,
            ["currency"] = currency,
            ["charge"] = charged,
            ["payment_intent"] = charge.Text("payment_intent"),
            ["reason"] = "fraudulent",
            ["status"] = "needs_response",
            ["is_charge_refundable"] = false,
            ["balance_transactions"] = new JsonArray(taken.DeepClone()),
        });
        charge["disputed"] = true;
        account.Raise("charge.dispute.created", dispute);
        account.Raise("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    /// <param name="won">The organisation gets the money back, without the fee.</param>
    public static void Close(FakeAccount account, string id, bool won)
    {
        var dispute = account.Get("dispute", id);
        if (dispute.Text("status") is "won" or "lost")
        {
            throw FakeException.Invalid("This dispute is closed.");
        }

        dispute["status"] = won ? "won" : "lost";
        if (won)
        {
            dispute["balance_transactions"]!.AsArray().Add(FakeMoney.Move(account, "adjustment", id, dispute.Text("currency")!, dispute.Number("amount")).DeepClone());
            account.Raise("charge.dispute.funds_reinstated", dispute);
        }

        account.Raise("charge.dispute.closed", dispute);
    }
}
