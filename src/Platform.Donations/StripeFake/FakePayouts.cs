using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>What goes from an account's balance to its bank.</summary>
public static class FakePayouts
{
    /// <summary>Sends the whole balance of a currency.</summary>
    public static JsonObject Send(FakeAccount account, string currency)
    {
        var amount = account.All("balance_transaction").Where(t => t.Text("currency") == currency).Sum(t => t.Number("net"));
        if (amount <= 0)
        {
            throw FakeException.Invalid("You have insufficient funds in your Stripe account for this transfer.", "balance_insufficient");
        }

        var id = FakeAccount.NewId("po");
        var payout = account.Add("payout", id, new JsonObject
        {
            ["amount"] = amount,
            ["currency"] = currency,
            ["arrival_date"] = account.Now,
            ["balance_transaction"] = FakeMoney.Move(account, "payout", id, currency, -amount).Id(),
            ["status"] = "paid",
        });
        account.Raise("payout.created", payout);
        account.Raise("payout.paid", payout);
        return payout;
    }

    /// <summary>The bank sends it back, which may happen days after it was paid.</summary>
    public static void Fail(FakeAccount account, string id)
    {
        var payout = account.Get("payout", id);
        if (payout.Text("status") == "failed")
        {
            throw FakeException.Invalid("This payout has failed already.");
        }

        (payout["status"], payout["failure_code"], payout["failure_message"]) = ("failed", "account_closed", "The bank account has been closed.");
        payout["failure_balance_transaction"] = FakeMoney.Move(account, "payout_failure", id, payout.Text("currency")!, payout.Number("amount")).Id();
        account.Raise("payout.failed", payout);
    }
}
