using Platform.Core.Tenancy;

namespace Platform.Petitions.Webhooks;

/// <summary>One message to one endpoint: due until it was taken or was tried for long enough.</summary>
public sealed class WebhookDelivery : ITenantOwned
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14),
        TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private WebhookDelivery()
    {
    }

    /// <summary>One that no happening caused.</summary>
    public WebhookDelivery(Guid endpoint, string kind, string body)
    {
        (Id, EndpointId, Kind, Body) = (Guid.CreateVersion7(), endpoint, kind, body);
        SourceId = Id;
    }

    public Guid TenantId { get; private set; }

    /// <summary>The same over all tries and replays, so that its reader can tell a repeat.</summary>
    public Guid Id { get; private set; }

    public Guid EndpointId { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>What happened; told to an endpoint once.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>JSON, sent byte for byte as it stands here.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Null once it was taken or given up.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    public DateTimeOffset? LeaseUntil { get; private set; }

    public short Attempts { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    public int? LastStatus { get; private set; }

    public string? LastError { get; private set; }

    public bool IsDue => NextAt is not null;

    public void Took(int status, DateTimeOffset now) => (Attempts, DeliveredAt, LastStatus, LastError, NextAt, LeaseUntil) = ((short)(Attempts + 1), now, status, null, null, null);

    public void Failed(int? status, string? error, DateTimeOffset now)
    {
        NextAt = Attempts < Pauses.Length ? now + Pauses[Attempts] : null;
        (Attempts, LastStatus, LastError, LeaseUntil) = ((short)(Attempts + 1), status, error, null);
    }

    /// <summary>Once more from the beginning, whatever became of it.</summary>
    public void Again(DateTimeOffset now) => (Attempts, NextAt, LeaseUntil) = (0, now, null);
}
