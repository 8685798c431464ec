using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Where an account of its own keys has its events sent.</summary>
public static class FakeEndpoints
{
    internal static JsonObject Create(FakeAccount account, FakeParameters sent)
    {
        if (sent.Count("enabled_events") == 0)
        {
            throw FakeException.Missing("enabled_events");
        }

        var made = account.Add("webhook_endpoint", FakeAccount.NewId("we"), new JsonObject
        {
            ["url"] = Uri.TryCreate(sent.Required("url"), UriKind.Absolute, out _) ? sent.Required("url") : throw FakeException.Invalid("Not a valid URL", "url_invalid", "url"),
            ["enabled_events"] = new JsonArray([.. sent.At("enabled_events")!.AsObject().Select(e => e.Value!.DeepClone())]),
            ["api_version"] = sent.Text("api_version"),
            ["metadata"] = sent.Metadata(),
        });
        made["secret"] = $"whsec_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";
        return made;
    }

    /// <summary>Addresses and secrets for an event of this account.</summary>
    internal static IEnumerable<(string Url, string Secret)> For(FakeAccount account, string type) => account.All("webhook_endpoint")
        .Where(e => e["enabled_events"]!.AsArray().Any(name => name!.GetValue<string>() is var wanted && (wanted == "*" || wanted == type)))
        .Select(e => (e.Text("url")!, e.Text("secret")!));
}
