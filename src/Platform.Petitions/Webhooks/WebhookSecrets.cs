using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Platform.Petitions.Secrets;

namespace Platform.Petitions.Webhooks;

/// <summary>Signs messages as Standard Webhooks describes it, so that its libraries verify them.</summary>
public sealed class WebhookSecrets(Keyring keyring) : IDisposable
{
    public const string Prefix = "whsec_";
    private const int Length = 32;

    private readonly Seal seal = new(keyring, "webhook-secret");

    /// <returns>The secret as its organisation keeps it, and as we do.</returns>
    public (string Shown, string Sealed) Make()
    {
        var bytes = RandomNumberGenerator.GetBytes(Length);
        return (Prefix + Convert.ToBase64String(bytes), seal.Close(bytes));
    }

    /// <summary>One signature for each secret that holds now, with spaces between.</summary>
    public string Sign(WebhookEndpoint endpoint, string id, long timestamp, string body, DateTimeOffset now)
    {
        var old = endpoint.OldSecretUntil > now ? endpoint.OldSecret : null;
        return string.Join(' ', new[] { endpoint.Secret, old }.OfType<string>().Select(secret => Sign(seal.Open(secret) ?? throw new InvalidOperationException("A webhook's secret was sealed with another key."), id, timestamp, body)));
    }

    public void Dispose() => seal.Dispose();

    internal static string Sign(byte[] secret, string id, long timestamp, string body) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"))));
}
