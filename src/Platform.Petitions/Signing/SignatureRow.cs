using System.Net;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Signing;

/// <summary>A validated signature on its way to the writer.</summary>
public sealed record SignatureRow
{
    public required Guid TenantId { get; init; }

    public required Guid CampaignId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public SignatureState State { get; init; } = SignatureState.Pending;

    public required string Name { get; init; }

    public required string NameKey { get; init; }

    public required string Email { get; init; }

    public required byte[] Fingerprint { get; init; }

    public required string Country { get; init; }

    public string? Postcode { get; init; }

    public string? Reason { get; init; }

    public bool ShowName { get; init; }

    public bool WantsUpdates { get; init; }

    public byte[]? ConsentHash { get; init; }

    public required string Language { get; init; }

    public required int TextVersion { get; init; }

    public string? Source { get; init; }

    public required byte[] Seed { get; init; }

    public IPAddress? Ip { get; init; }

    public bool CoSponsor { get; init; }
}

/// <summary>What became of a row. The signer sees the same for all but <see cref="Closed"/>.</summary>
public enum SignAnswer
{
    /// <summary>A new row stands, its mail is due.</summary>
    Recorded,

    /// <summary>The mailbox was known; its owner was told, or had been told enough.</summary>
    Known,

    /// <summary>The campaign does not take signatures (any more).</summary>
    Closed,
}
