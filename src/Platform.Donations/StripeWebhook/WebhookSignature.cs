using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;
using Platform.Donations.StripeFake;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>Tells a webhook of Stripe's from anything else that is sent to its address.</summary>
public sealed class WebhookSignature(DonationsOptions options, IServiceProvider services, TimeProvider clock)
{
    private const long ToleranceSeconds = 300;

    /// <summary>Secrets of the platform's own endpoints; and the fake's, where there is one.</summary>
    public IReadOnlyList<string> PlatformSecrets { get; } =
        [.. options.WebhookSecrets, .. services.GetService<FakeDeliveries>() is { } fake ? [fake.Secret] : Array.Empty<string>()];

    /// <param name="body">As it came, to the byte.</param>
    /// <param name="header">Stripe-Signature.</param>
    /// <returns>Null for everything that Stripe did not sign with one of the secrets, within five minutes of now.</returns>
    public Event? Read(string body, string? header, IEnumerable<string> secrets) => body.Length == 0 || string.IsNullOrWhiteSpace(header)
        ? null
        : secrets.Select(secret => Read(body, header, secret)).FirstOrDefault(read => read is { Id.Length: > 0, Type.Length: > 0 });

    private Event? Read(string body, string header, string secret)
    {
        try
        {
            return EventUtility.ConstructEvent(body, header, secret, ToleranceSeconds, clock.GetUtcNow().ToUnixTimeSeconds(), throwOnApiVersionMismatch: false);
        }
        catch (Exception refused) when (refused is StripeException or JsonException or System.Text.Json.JsonException or NullReferenceException or ArgumentException or FormatException or OverflowException or InvalidOperationException or InvalidCastException or KeyNotFoundException)
        {
            // The library says no in many ways: a header without a time is a NullReferenceException, a body that is no JSON a JsonException.
            return null;
        }
    }
}
