using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>The buttons of the control page: what there is to press, and what it does.</summary>
public static class FakeHappenings
{
    private static readonly string[] Shown = ["account", "checkout.session", "charge", "refund", "dispute", "subscription", "payout"];

    /// <exception cref="FakeException">It cannot happen, or not any more.</exception>
    public static void Do(FakeAccount account, FakeHappening what, string id)
    {
        switch (what)
        {
            case FakeHappening.DebitArrives or FakeHappening.DebitFails:
                FakeHostedPage.Settle(account, id, arrived: what == FakeHappening.DebitArrives);
                break;
            case FakeHappening.ExpirePage:
                FakeCheckout.Expire(account, id);
                break;
            case FakeHappening.Refund:
                FakeRefunds.Back(account, account.Get("charge", id), amount: null);
                break;
            case FakeHappening.RefundFails:
                FakeRefunds.Fail(account, id);
                break;
            case FakeHappening.Dispute:
                FakeDisputes.Open(account, id);
                break;
            case FakeHappening.DisputeWon or FakeHappening.DisputeLost:
                FakeDisputes.Close(account, id, won: what == FakeHappening.DisputeWon);
                break;
            case FakeHappening.Renew or FakeHappening.RenewalDeclined or FakeHappening.CardExpired:
                FakeSubscriptions.Renew(account, id, what switch { FakeHappening.Renew => null, FakeHappening.CardExpired => "expired_card", _ => "card_declined" });
                break;
            case FakeHappening.StopMonthly:
                FakeSubscriptions.Cancel(account, id, "payment_failed");
                break;
            case FakeHappening.Payout:
                SendAll(account);
                break;
            case FakeHappening.PayoutFails:
                FakePayouts.Fail(account, id);
                break;
            case FakeHappening.Restrict:
                FakeOnboarding.Restrict(account);
                break;
            case FakeHappening.Disconnect:
                FakeOnboarding.Deauthorize(account);
                break;
            default:
                throw FakeException.Invalid($"There is no {what}.");
        }
    }

    public static IReadOnlyList<FakeRow> Rows(FakeAccount account) =>
        [.. Shown.SelectMany(account.All).OrderByDescending(o => o.Text("object") == "account").ThenByDescending(o => o.Number("created")).Select(o => new FakeRow(o.Id(), Say(o), Presses(account, o)))];

    private static string Say(JsonObject item)
    {
        var kind = item.Text("object")!.Replace('.', ' ');
        var amount = (item["amount"] ?? item["amount_total"]) is not null ? " " + FakeAmount.Say(item["amount"] is null ? item.Number("amount_total") : item.Number("amount"), item.Text("currency")!) : "";
        return item.ContainsKey("status") ? $"{kind}{amount}: {item.Text("status")}" : kind;
    }

    private static FakeHappening[] Presses(FakeAccount account, JsonObject item) => (item.Text("object"), item.ContainsKey("status") ? item.Text("status") : null) switch
    {
        ("account", _) => account.Connected ? [FakeHappening.Payout, FakeHappening.Restrict, FakeHappening.Disconnect] : [FakeHappening.Payout],
        ("checkout.session", "open") => [FakeHappening.ExpirePage],
        ("checkout.session", "complete") when item.Text("mode") == "payment" && item.Text("payment_status") == "unpaid" => [FakeHappening.DebitArrives, FakeHappening.DebitFails],
        ("charge", "succeeded") => [.. Flag(!item.Flag("refunded"), FakeHappening.Refund), .. Flag(!item.Flag("disputed"), FakeHappening.Dispute)],
        ("refund", "succeeded") => [FakeHappening.RefundFails],
        ("dispute", not ("won" or "lost")) => [FakeHappening.DisputeWon, FakeHappening.DisputeLost],
        ("subscription", not "canceled") => [FakeHappening.Renew, FakeHappening.RenewalDeclined, FakeHappening.CardExpired, FakeHappening.StopMonthly],
        ("payout", "paid") => [FakeHappening.PayoutFails],
        _ => [],
    };

    private static FakeHappening[] Flag(bool there, FakeHappening press) => there ? [press] : [];

    private static void SendAll(FakeAccount account)
    {
        foreach (var currency in account.All("balance_transaction").GroupBy(t => t.Text("currency")!).Where(g => g.Sum(t => t.Number("net")) > 0).Select(g => g.Key).ToList())
        {
            FakePayouts.Send(account, currency);
        }
    }
}
