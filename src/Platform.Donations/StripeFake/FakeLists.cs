using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Lists, filters, pages and expansion: the same for every kind of object.</summary>
internal static class FakeLists
{
    private const int Usual = 10;
    private const int Most = 100;

    private static readonly string[] Paging = ["limit", "starting_after", "ending_before", "expand"];

    /// <summary>Newest first, as Stripe lists.</summary>
    public static JsonObject List(FakeAccount account, string kind, FakeParameters sent, string address)
    {
        var limit = (int)(sent.Number("limit") ?? Usual);
        if (limit is < 1 or > Most)
        {
            throw FakeException.Invalid($"Invalid limit: must be between 1 and {Most}", "parameter_invalid_integer", "limit");
        }

        var found = account.All(kind).Reverse().Where(o => sent.Tree.All(p => Paging.Contains(p.Key) || Matches(o, p.Key, p.Value!))).ToList();
        if (sent.Text("starting_after") is { } after)
        {
            found = [.. found.SkipWhile(o => o.Id() != after).Skip(1)];
        }

        if (sent.Text("ending_before") is { } before)
        {
            found = [.. found.TakeWhile(o => o.Id() != before).TakeLast(limit)];
        }

        return FakeShapes.List(address, found.Take(limit), found.Count > limit);
    }

    /// <summary>Puts objects where their ids stand.</summary>
    public static void Expand(FakeAccount account, JsonObject answer, FakeParameters sent)
    {
        foreach (var path in sent.At("expand") is JsonObject expand ? expand.Select(e => e.Value!.GetValue<string>()) : [])
        {
            Expand(account, answer, path.Split('.'), path);
        }
    }

    private static void Expand(FakeAccount account, JsonNode at, string[] names, string path)
    {
        if (at is JsonArray list)
        {
            foreach (var item in list.Where(i => i is not null))
            {
                Expand(account, item!, names, path);
            }
        }
        else if (names is [var name, .. var rest] && at is JsonObject holder)
        {
            if (!holder.ContainsKey(name) && name is not ("failure_balance_transaction" or "payments"))
            {
                throw FakeException.Invalid($"This property cannot be expanded ({path}).", param: "expand");
            }

            if (name == "payments" && holder.Text("object") == "invoice")
            {
                holder[name] = List(account, "invoice_payment", FakeParameters.Parse($"invoice={holder.Id()}"), "/v1/invoice_payments");
            }

            if (holder[name]?.GetValueKind() == JsonValueKind.String && account.Find(holder.Text(name)) is { } whole)
            {
                holder[name] = whole.DeepClone();
            }

            if (holder[name] is { } next)
            {
                Expand(account, next, rest, path);
            }
        }
    }

    private static bool Matches(JsonObject item, string name, JsonNode wanted) => (name, wanted) switch
    {
        ("created", JsonObject range) => range.All(bound => InRange(item.Number("created"), bound.Key, long.Parse(bound.Value!.GetValue<string>(), CultureInfo.InvariantCulture))),
        ("types", JsonObject types) => types.Any(t => t.Value!.GetValue<string>() == item.Text("type")),
        ("delivery_success", _) => (item.Number("pending_webhooks") == 0) == (wanted.GetValue<string>() == "true"),
        ("status", _) when wanted.GetValue<string>() == "all" => true,
        (_, JsonObject inner) => item[name] is JsonObject part && inner.All(p => Matches(part, p.Key, p.Value!)),
        ("subscription", _) when item["parent"] is JsonObject parent => parent["subscription_details"]?["subscription"]?.GetValue<string>() == wanted.GetValue<string>(),
        _ => item.ContainsKey(name)
            ? item[name] is { } has && has.ToString() == wanted.GetValue<string>()
            : throw FakeException.Invalid($"This fake does not filter {item.Text("object")} by {name}.", param: name),
    };

    private static bool InRange(long at, string bound, long value) => bound switch
    {
        "gt" => at > value,
        "gte" => at >= value,
        "lt" => at < value,
        _ => at <= value,
    };
}
