using Platform.Core.Tenancy;

namespace Platform.Petitions.Webhooks;

/// <summary>Where a program of an organisation hears what happens to its petitions.</summary>
public sealed class WebhookEndpoint : ITenantOwned
{
    /// <summary>Who verifies by the old secret has this long to learn the new one.</summary>
    private static readonly TimeSpan OldSecretHolds = TimeSpan.FromHours(24);

    private WebhookEndpoint()
    {
    }

    public WebhookEndpoint(string url, IReadOnlyList<string> events, string secret, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (Url, Events, Secret, Since) = (url, events, secret, now);
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public string Url { get; private set; } = "";

    /// <summary>Of <see cref="WebhookEvents"/>.</summary>
    public IReadOnlyList<string> Events { get; private set; } = [];

    /// <summary>Sealed; opened only to sign.</summary>
    public string Secret { get; private set; } = "";

    public string? OldSecret { get; private set; }

    public DateTimeOffset? OldSecretUntil { get; private set; }

    /// <summary>What happened before is not told, or was.</summary>
    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Switched off: by an owner, or because it failed for days.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public bool IsOn => DisabledAt is null;

    public void Change(string url, IReadOnlyList<string> events, DateTimeOffset now) => (Url, Events, Since) = (url, events, now);

    public void Rotate(string secret, DateTimeOffset now) => (OldSecret, OldSecretUntil, Secret) = (Secret, now + OldSecretHolds, secret);

    public void SwitchOff(DateTimeOffset now) => DisabledAt ??= now;

    public void SwitchOn(DateTimeOffset now) => (DisabledAt, FailingSince, Since) = (null, null, now);
}
