using Platform.Core.Tenancy;

namespace Platform.Petitions.Voices;

/// <summary>What readers and organisers said of a signer's reason; only of those that were thanked or pinned there is one.</summary>
public sealed class ReasonMark : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid SignatureId { get; private set; }

    public long Thanks { get; private set; }

    /// <summary>Since when the organiser shows it first.</summary>
    public DateTimeOffset? PinnedAt { get; private set; }
}

/// <summary>That somebody thanked, by a keyed hash, until the same browser would hardly press again.</summary>
public sealed class ReasonThank : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid SignatureId { get; private set; }

    public byte[] Sender { get; private set; } = [];

    public DateTimeOffset At { get; private set; }
}
