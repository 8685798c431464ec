using System.Globalization;
using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>The parameters of one call as a tree: <c>line_items[0][price_data][currency]=eur</c>. Leaves are strings, as they came.</summary>
public sealed class FakeParameters
{
    private FakeParameters(JsonObject tree) => Tree = tree;

    public JsonObject Tree { get; }

    public static FakeParameters Parse(string encoded)
    {
        var tree = new JsonObject();
        foreach (var pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            Put(tree, Decode(parts[0]), parts.Length > 1 ? Decode(parts[1]) : "");
        }

        return new FakeParameters(tree);
    }

    /// <param name="path">Names with dots between, numbers for places in a list: <c>line_items.0.quantity</c>.</param>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)Tree, (node, name) => (node as JsonObject)?[name]);

    public string? Text(string path) => At(path)?.GetValueKind() == System.Text.Json.JsonValueKind.String ? At(path)!.GetValue<string>() : null;

    public long? Number(string path) => Text(path) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool Flag(string path) => Text(path) == "true";

    /// <summary>How many places a list has.</summary>
    public int Count(string path) => (At(path) as JsonObject)?.Count ?? 0;

    /// <summary>Sent names and values of <c>metadata</c>.</summary>
    public JsonObject Metadata(string path = "metadata") => At(path) is JsonObject sent ? sent.DeepClone().AsObject() : [];

    public string Required(string path) => Text(path) is { } text ? (text.Length > 0 ? text : throw FakeException.Empty(Named(path))) : throw FakeException.Missing(Named(path));

    public string OneOf(string path, params string[] allowed) => Required(path) is var value && allowed.Contains(value)
        ? value
        : throw FakeException.Invalid($"Invalid {Named(path)}: must be one of {string.Join(", ", allowed[..^1])}{(allowed.Length > 1 ? ", or " : "")}{allowed[^1]}", param: Named(path));

    /// <summary>A path as Stripe writes it: <c>line_items[0][quantity]</c>.</summary>
    public static string Named(string path) => path.Split('.') is [var first, .. var rest] ? first + string.Concat(rest.Select(name => $"[{name}]")) : path;

    private static void Put(JsonObject tree, string key, string value)
    {
        var names = key.Replace("]", "", StringComparison.Ordinal).Split('[');
        var at = tree;
        foreach (var name in names[..^1])
        {
            var step = Step(at, name);
            at = at[step] as JsonObject ?? (at[step] is null ? Add(at, step) : throw FakeException.Invalid($"Invalid object: {key}", param: key));
        }

        at[Step(at, names[^1])] = value;
    }

    /// <summary><c>[]</c> is the next place of the list.</summary>
    private static string Step(JsonObject at, string name) => name.Length > 0 ? name : at.Count.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Add(JsonObject at, string name)
    {
        var made = new JsonObject();
        at[name] = made;
        return made;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
