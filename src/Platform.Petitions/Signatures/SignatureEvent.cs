using Platform.Core.Tenancy;

namespace Platform.Petitions.Signatures;

/// <summary>What happened to a signature after it was submitted. Append-only, without personal data.</summary>
public sealed class SignatureEvent : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public long Id { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid SignatureId { get; private set; }

    /// <summary>confirmed, corrected, shown, hidden, withdrawn, refused, updates-stopped, erased …</summary>
    public string Kind { get; private set; } = "";

    /// <summary>signer, moderator or clock.</summary>
    public string Actor { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}
