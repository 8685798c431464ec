using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>The page on which givers manage a monthly gift without an account of ours.</summary>
public static class FakePortal
{
    internal static JsonObject Create(FakeAccount account, FakeParameters sent, string site)
    {
        var id = FakeAccount.NewId("bps");
        return account.Add("billing_portal.session", id, new JsonObject
        {
            ["customer"] = account.Get("customer", sent.Required("customer"), "customer").Id(),
            ["return_url"] = sent.Text("return_url"),
            ["locale"] = sent.Text("locale"),
            ["url"] = $"{site}/stripe/fake/portal/{id}",
        });
    }

    public static IReadOnlyList<JsonObject> SubscriptionsOf(FakeAccount account, JsonObject session) =>
        [.. account.All("subscription").Where(s => s.Text("customer") == session.Text("customer"))];
}
