using System.Globalization;
using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Short ways to read the fields of an object.</summary>
public static class FakeJson
{
    public static string? Text(this JsonObject from, string name) => from[name]?.GetValue<string>();

    // Numbers that were parsed and numbers that were set are of different types inside.
    public static long Number(this JsonObject from, string name) => from[name] is { } value ? long.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) : 0;

    public static bool Flag(this JsonObject from, string name) => from[name] is { } value && value.GetValue<bool>();

    public static string Id(this JsonObject from) => from.Text("id")!;
}
