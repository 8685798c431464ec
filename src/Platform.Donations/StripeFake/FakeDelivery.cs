using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>One event on its way to one address.</summary>
/// <param name="Event">The object in its account; knows how many addresses wait for it.</param>
public sealed record FakeDelivery(JsonObject Event, string Url, string Secret)
{
    public string Payload { get; } = Event.ToJsonString();

    /// <summary><c>t=…,v1=…</c>: a keyed hash over time and body, as Stripe signs.</summary>
    public static string Sign(string payload, string secret, DateTimeOffset at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var mark = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{payload}"));
        return $"t={time},v1={Convert.ToHexStringLower(mark)}";
    }

    public HttpRequestMessage Request(DateTimeOffset at)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new StringContent(Payload, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", Sign(Payload, Secret, at));
        return request;
    }
}
