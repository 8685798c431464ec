using Platform.Core.Tenancy;

namespace Platform.Petitions.Moderation;

/// <summary>Why a campaign was rejected, from a list that staff keep.</summary>
public sealed class RejectionReason
{
    public required string Code { get; init; }

    /// <summary>What the organiser and, unless hiding, the public read.</summary>
    public required string Wording { get; set; }

    /// <summary>A campaign rejected for this has no public page.</summary>
    public bool Hides { get; set; }

    public DateTimeOffset? RetiredAt { get; set; }
}

/// <summary>A note among staff; never public.</summary>
public sealed class CampaignNote : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CampaignId { get; init; }

    public required Guid Author { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>Somebody reported a public campaign, or a signer's reason or an update on it.</summary>
public sealed class CampaignReport : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CampaignId { get; init; }

    /// <summary>The signature whose reason is meant, or the update; null for the campaign itself.</summary>
    public Guid? About { get; init; }

    /// <summary>Code of the reason picked.</summary>
    public required string Reason { get; init; }

    public string? Text { get; init; }

    public string? Email { get; init; }

    /// <summary>Keyed hash of the sender's network: the same sender counts once.</summary>
    public required byte[] Sender { get; init; }

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? HandledAt { get; set; }

    public Guid? HandledBy { get; set; }
}

/// <summary>Who did what when. Append-only.</summary>
public sealed class AuditEntry
{
    public const int LongestDetail = 2000;

    public long Id { get; private set; }

    public Guid? TenantId { get; init; }

    public Guid? CampaignId { get; init; }

    /// <summary>Null when a job did it.</summary>
    public Guid? Actor { get; init; }

    public required string ActorName { get; init; }

    /// <summary>For example <c>campaign.publish</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was about, in words without personal data.</summary>
    public string? Detail { get; init; }

    public DateTimeOffset At { get; private set; }
}
