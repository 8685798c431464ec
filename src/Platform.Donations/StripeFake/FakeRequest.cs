using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>One call of Stripe's HTTP API, as it came over the wire.</summary>
/// <param name="Target">Path and query, for example <c>/v1/charges?limit=3</c>.</param>
/// <param name="Body">Form-encoded; empty where there is none.</param>
/// <param name="Key">The secret or restricted key; null when none was sent.</param>
/// <param name="Account">Stripe-Account: on whose behalf the platform calls.</param>
public sealed record FakeRequest(string Method, string Target, string Body, string? Key, string? Account = null, string? IdempotencyKey = null, string? Version = null)
{
    public string Path => Target.Split('?', 2)[0];

    /// <summary>What the parameters are read from: Stripe takes those of a GET from the query and those of a POST from the body.</summary>
    public string Parameters => Method == "POST" ? Body : Target.Split('?', 2) is [_, var query] ? query : "";
}

/// <summary>What goes back over the wire.</summary>
/// <param name="Replayed">The first answer to this idempotency key, once more.</param>
public sealed record FakeAnswer(int Status, string Body, bool Replayed = false)
{
    public static FakeAnswer Of(JsonObject answer) => new(200, answer.ToJsonString());
}
