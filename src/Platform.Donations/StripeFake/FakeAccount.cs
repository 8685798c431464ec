using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Platform.Donations.StripeFake;

/// <summary>One Stripe account with everything in it, in memory.</summary>
/// <param name="deliver">Gets each event as it happens.</param>
public sealed class FakeAccount(string id, TimeProvider clock, Action<FakeAccount, JsonObject> deliver)
{
    private readonly List<JsonObject> objects = [];
    private readonly Dictionary<string, JsonObject> byId = [];
    private readonly Dictionary<string, FakeParameters> wishes = [];

    public string Id => id;

    /// <summary>Reached by the platform's key and Stripe-Account; false for an organisation's own keys, and after it took the access away.</summary>
    public bool Connected { get; set; }

    /// <summary>First answers, by idempotency key.</summary>
    internal Dictionary<string, (string Call, FakeAnswer Answer)> Answered { get; } = [];

    public long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public static string NewId(string prefix) => $"{prefix}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12))}";

    public JsonObject Add(string kind, string newId, JsonObject fields)
    {
        var made = FakeShapes.Make(kind, newId, Now, fields);
        objects.Add(made);
        byId[newId] = made;
        return made;
    }

    public JsonObject? Find(string? key) => key is null ? null : byId.GetValueOrDefault(key);

    /// <param name="param">The parameter that named it.</param>
    public JsonObject Get(string kind, string key, string param = "id") =>
        Find(key) is { } found && found.Text("object") == kind ? found : throw FakeException.NoSuch(kind.Replace('.', ' '), key, param);

    /// <summary>Oldest first.</summary>
    public IEnumerable<JsonObject> All(string kind) => objects.Where(o => o.Text("object") == kind);

    /// <summary>Keeps with what parameters an object was asked for: some take effect later.</summary>
    internal void Remember(string key, FakeParameters sent) => wishes[key] = sent;

    internal FakeParameters Recall(string key) => wishes[key];

    internal FakeParameters? Wish(string? key) => key is null ? null : wishes.GetValueOrDefault(key);

    /// <summary>Something happened to an object: whoever listens hears of it, with the object as it is now.</summary>
    public JsonObject Raise(string type, JsonObject subject)
    {
        var happened = Add("event", NewId("evt"), new JsonObject
        {
            ["type"] = type,
            ["api_version"] = Stripe.StripeConfiguration.ApiVersion,
            ["data"] = new JsonObject { ["object"] = subject.DeepClone() },
        });
        if (Connected || type == "account.application.deauthorized")
        {
            happened["account"] = Id;
        }

        deliver(this, happened);
        return happened;
    }
}
