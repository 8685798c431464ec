using System.Net;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Signatures;

public enum SignatureState
{
    Pending = 0,
    Confirmed = 1,
    Withdrawn = 2,

    /// <summary>The mailbox's owner said "it was not me": the address cannot be used for this campaign again.</summary>
    Refused = 3,

    /// <summary>Looks accepted to the sender, is never counted unless restored.</summary>
    Quarantined = 4,

    /// <summary>Taken out by staff.</summary>
    Removed = 5,
}

/// <summary>One person's name under one campaign. Written by the batch writers in Signing and Confirming, read through EF Core.</summary>
public sealed class Signature : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid Id { get; private set; }

    public SignatureState State { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Null once erased.</summary>
    public string? Email { get; private set; }

    /// <summary>Keyed hash of the canonical address: finds duplicates without reading addresses.</summary>
    public byte[] EmailFingerprint { get; private set; } = [];

    /// <summary>1 for the first person on a mailbox, 2 for the second.</summary>
    public short Person { get; private set; }

    /// <summary>The name folded for comparison.</summary>
    public string NameKey { get; private set; } = "";

    public string Country { get; private set; } = "";

    public string? Postcode { get; private set; }

    public string? Reason { get; private set; }

    public bool ReasonHidden { get; private set; }

    public bool ShowName { get; private set; }

    public bool WantsUpdates { get; private set; }

    /// <summary>Hash of the consent wording that was shown; null where none was asked.</summary>
    public byte[]? ConsentHash { get; private set; }

    public DateTimeOffset? UpdatesStoppedAt { get; private set; }

    /// <summary>Language of the text and of mails.</summary>
    public string Language { get; private set; } = "en";

    public int TextVersion { get; private set; }

    /// <summary>Where the signer came from: a source code on the link.</summary>
    public string? Source { get; private set; }

    /// <summary>From the CSPRNG; tokens are keyed hashes over it, so nothing in the database opens a link.</summary>
    public byte[] Seed { get; private set; } = [];

    public short WrongCodes { get; private set; }

    /// <summary>Unique and gapless within the campaign, given at confirming.</summary>
    public long? Number { get; private set; }

    public DateTimeOffset SubmittedAt { get; private set; }

    public DateTimeOffset TokenIssuedAt { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>When a mail about it came back for good.</summary>
    public DateTimeOffset? BouncedAt { get; private set; }

    /// <summary>When its owner called a mail about it spam.</summary>
    public DateTimeOffset? ComplainedAt { get; private set; }

    /// <summary>When the address was proven; of a quarantined one, too, though it does not count.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it left the count: withdrawn, refused or removed.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Dropped after 30 days.</summary>
    public IPAddress? Ip { get; private set; }

    /// <summary>Made to try the flow: never counted or exported.</summary>
    public bool Testing { get; private set; }

    public bool CoSponsor { get; private set; }
}
