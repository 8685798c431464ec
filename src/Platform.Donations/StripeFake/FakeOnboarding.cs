using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>Connected accounts and the way of an organisation's owner through Stripe's own forms.</summary>
public static class FakeOnboarding
{
    private const long LinkLife = 5 * 60;

    /// <summary>A new account that can do nothing yet.</summary>
    public static JsonObject Register(FakeAccount account, FakeParameters sent)
    {
        if (sent.Text("type") is not null && sent.At("controller") is not null)
        {
            throw FakeException.Invalid("You may only specify one of these parameters: type, controller.", param: "type");
        }

        if (sent.Text("type") is not null)
        {
            sent.OneOf("type", "custom", "express", "standard");
        }

        var made = account.Add("account", account.Id, new JsonObject
        {
            ["type"] = sent.Text("type") ?? "none",
            ["country"] = sent.Text("country") ?? "US",
            ["email"] = sent.Text("email"),
            ["metadata"] = sent.Metadata(),
        });
        made["external_accounts"]!["url"] = $"/v1/accounts/{account.Id}/external_accounts";
        return made;
    }

    /// <summary>An account whose owner has been through all forms long ago.</summary>
    internal static void Finished(FakeAccount account) => Finish(account, Register(account, FakeParameters.Parse("type=standard")));

    public static JsonObject Link(FakeAccount platform, FakeAccount account, FakeParameters sent, string site)
    {
        sent.OneOf("type", "account_onboarding", "account_update");
        _ = sent.Required("return_url");
        _ = sent.Required("refresh_url");
        var key = FakeAccount.NewId("link");
        platform.Remember(key, sent);
        return FakeShapes.Make("account_link", null, account.Now, new JsonObject { ["expires_at"] = account.Now + LinkLife, ["url"] = $"{site}/stripe/fake/onboarding/{key}" });
    }

    /// <summary>The owner fills in everything Stripe asks for.</summary>
    public static void Complete(FakeAccount account)
    {
        Finish(account, account.Get("account", account.Id));
        account.Raise("account.updated", account.Get("account", account.Id));
    }

    /// <summary>Stripe stops the account's charges, for example until a document is sent.</summary>
    public static void Restrict(FakeAccount account)
    {
        var own = account.Get("account", account.Id);
        (own["charges_enabled"], own["payouts_enabled"]) = (false, false);
        own["requirements"]!["disabled_reason"] = "requirements.past_due";
        own["requirements"]!["currently_due"] = new JsonArray("individual.verification.document");
        account.Raise("account.updated", own);
    }

    /// <summary>The owner takes the platform's access away in Stripe's own pages.</summary>
    public static void Deauthorize(FakeAccount account)
    {
        account.Connected = false;
        account.Raise("account.application.deauthorized", new JsonObject { ["id"] = "ca_fake", ["object"] = "application", ["name"] = "Undersigned" });
    }

    private static void Finish(FakeAccount account, JsonObject own)
    {
        (own["charges_enabled"], own["payouts_enabled"], own["details_submitted"]) = (true, true, true);
        own["requirements"] = new JsonObject
        {
            ["alternatives"] = new JsonArray(),
            ["current_deadline"] = null,
            ["currently_due"] = new JsonArray(),
            ["disabled_reason"] = null,
            ["errors"] = new JsonArray(),
            ["eventually_due"] = new JsonArray(),
            ["past_due"] = new JsonArray(),
            ["pending_verification"] = new JsonArray(),
        };
    }
}
