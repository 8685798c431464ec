using System.Net;
using System.Text.Json;
using Platform.Testing.Hosts;

namespace Platform.Petitions.Tests.Api;

/// <summary>What a program reads.</summary>
internal static class ApiReading
{
    public static async Task<JsonElement> JsonAsync(this TestHost host, string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await host.Visitor().RawAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        return response.StatusCode == expected ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{address}: {(int)response.StatusCode} {text}");
    }

    public static List<Guid> Ids(this JsonElement list) => [.. list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid())];

    /// <summary>Address of another part of a list; null at its edges.</summary>
    public static string? Link(this JsonElement list, string name) => list.GetProperty("links").GetProperty(name).GetString() is { } link ? new Uri(link).PathAndQuery : null;
}
