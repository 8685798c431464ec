using Platform.Core.Tenancy;

namespace Platform.Petitions.Campaigns;

/// <summary>A public entry of the campaign's history: published, milestone, closed …</summary>
public sealed class TimelineEntry : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CampaignId { get; init; }

    /// <summary>Key of the text that tells it, for example <c>published</c> or <c>milestone</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The number a milestone names.</summary>
    public long? Number { get; init; }

    /// <summary>Words a person added to it.</summary>
    public string? Note { get; init; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>A slug that once led to a campaign: it redirects for ever and is never given away again.</summary>
public sealed class SlugRecord : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public required string Slug { get; init; }

    public required Guid CampaignId { get; init; }
}

/// <summary>A picture after re-encoding; its bytes are in the blob store under its id.</summary>
public sealed class Picture : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>What it is mostly made of, as six hexadecimal digits; null for those from before it was asked.</summary>
    public string? Colour { get; init; }

    public required Guid UploadedBy { get; init; }

    public DateTimeOffset CreatedAt { get; private set; }
}

/// <summary>A secret link to a draft: expires, can be revoked, may demand signing in.</summary>
public sealed class DraftLink : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CampaignId { get; init; }

    public required byte[] TokenHash { get; init; }

    public required bool NeedsAccount { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset CreatedAt { get; private set; }
}
