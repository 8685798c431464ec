using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>What an account's balance is made of: each movement of money is a balance transaction.</summary>
internal static class FakeMoney
{
    /// <summary>Stripe keeps this of a disputed payment, whoever wins.</summary>
    public const long DisputeFee = 1500;

    private const long Fixed = 30;
    private const long PerThousand = 29;
    private const long Least = 50;
    private const long Most = 99_999_999;

    private static readonly string[] Currencies =
        ["aud", "brl", "cad", "chf", "czk", "dkk", "eur", "gbp", "hkd", "huf", "inr", "jpy", "krw", "mxn", "nok", "nzd", "pln", "sek", "sgd", "try", "usd", "clp", "isk", "kwd", "bhd"];

    public static long FeeOf(long amount) => Fixed + ((amount * PerThousand) + 500) / 1000;

    /// <param name="amount">What comes in, before the fee; negative what goes out.</param>
    /// <param name="source">The object that caused it.</param>
    public static JsonObject Move(FakeAccount account, string type, string source, string currency, long amount, long fee = 0) =>
        account.Add("balance_transaction", FakeAccount.NewId("txn"), new JsonObject
        {
            ["amount"] = amount,
            ["currency"] = currency,
            ["fee"] = fee,
            ["fee_details"] = fee == 0 ? [] : new JsonArray(new JsonObject { ["amount"] = fee, ["application"] = null, ["currency"] = currency, ["description"] = "Stripe processing fees", ["type"] = "stripe_fee" }),
            ["net"] = amount - fee,
            ["type"] = type,
            ["reporting_category"] = type switch { "adjustment" => amount < 0 ? "dispute" : "dispute_reversal", _ => type },
            ["source"] = source,
            ["available_on"] = account.Now,
        });

    /// <summary>What the movements so far have left.</summary>
    public static JsonObject Balance(FakeAccount account)
    {
        var sums = account.All("balance_transaction").GroupBy(t => t.Text("currency")!)
            .Select(own => new JsonObject { ["amount"] = own.Sum(t => t.Number("net")), ["currency"] = own.Key, ["source_types"] = new JsonObject { ["card"] = own.Sum(t => t.Number("net")) } });
        return FakeShapes.Make("balance", null, account.Now, new JsonObject { ["available"] = new JsonArray([.. sums]) });
    }

    public static string Currency(FakeParameters sent, string path) => sent.Required(path).ToLowerInvariant() is var currency && Currencies.Contains(currency)
        ? currency
        : throw FakeException.Invalid($"Invalid currency: {currency}. Stripe currently supports these currencies: {string.Join(", ", Currencies)}", param: FakeParameters.Named(path));

    public static void CheckTotal(long total)
    {
        if (total < Least)
        {
            throw FakeException.Invalid("The Checkout Session's total amount due must add up to at least 50 of the currency's smallest unit.", "amount_too_small", "line_items");
        }

        if (total > Most)
        {
            throw FakeException.Invalid($"Amount must be no more than {Most}.", "amount_too_large", "line_items");
        }
    }
}
