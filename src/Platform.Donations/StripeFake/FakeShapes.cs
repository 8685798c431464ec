using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Stripe's own sample objects (of the API description it publishes), with the optional parts empty. What the fake answers has their shape.</summary>
internal static class FakeShapes
{
    private static readonly Lazy<JsonObject> Samples = new(() =>
    {
        using var stream = typeof(FakeShapes).Assembly.GetManifestResourceStream("Platform.Donations.StripeFake.samples.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    });

    /// <summary>The fields a kind of object has, none more and none fewer.</summary>
    public static IEnumerable<string> Fields(string kind) => Samples.Value[kind]!.AsObject().Select(field => field.Key);

    /// <param name="fields">Fields that differ from the sample. One the sample does not have is a mistake of ours.</param>
    public static JsonObject Make(string kind, string? id, long created, JsonObject fields)
    {
        var made = Samples.Value[kind]!.DeepClone().AsObject();
        Set(made, "id", id);
        Set(made, "created", created);
        Set(made, "livemode", false);
        foreach (var (name, value) in fields)
        {
            made[name] = made.ContainsKey(name) ? value?.DeepClone() : throw new InvalidOperationException($"Stripe's {kind} has no {name}.");
        }

        return made;
    }

    public static JsonObject List(string address, IEnumerable<JsonObject> data, bool hasMore) =>
        new() { ["object"] = "list", ["data"] = new JsonArray([.. data.Select(item => item.DeepClone())]), ["has_more"] = hasMore, ["url"] = address };

    private static void Set(JsonObject made, string name, JsonNode? value)
    {
        if (made.ContainsKey(name))
        {
            made[name] = value;
        }
    }
}
