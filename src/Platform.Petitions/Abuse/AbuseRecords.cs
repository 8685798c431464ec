using Platform.Core.Tenancy;

namespace Platform.Petitions.Abuse;

public enum ListKind
{
    /// <summary>An address or a network in CIDR form.</summary>
    Network = 0,

    /// <summary>A mail domain; <c>*</c> stands for one label, <c>**</c> for any number.</summary>
    Domain = 1,

    /// <summary>One mailbox, kept as its keyed hash.</summary>
    Mailbox = 2,
}

/// <summary>A line of the lists that decide before any limit does.</summary>
public sealed class ListEntry
{
    public long Id { get; private set; }

    public required ListKind Kind { get; init; }

    /// <summary>True lets through whatever the limits say, false makes a signature go nowhere.</summary>
    public required bool Allow { get; init; }

    /// <summary>Network or domain pattern as written; of a mailbox only what staff needs to recognise it.</summary>
    public required string Pattern { get; init; }

    /// <summary>Of a mailbox: the keyed hash of its canonical address.</summary>
    public byte[]? Fingerprint { get; init; }

    public string? Comment { get; init; }

    public DateTimeOffset At { get; private set; }
}

/// <summary>
/// How many signatures one sender may give one campaign before the next ones are set aside. One row; empty means no limit. What is meant
/// as one person's doing is low, what a school, an office or a mobile carrier does is not touched.
/// </summary>
public sealed class AbuseLimits
{
    public const int ShortestBurst = 1;
    public const int LongestBurst = 120;

    public short Id { get; private set; } = 1;

    public int BurstMinutes { get; set; } = 10;

    /// <summary>From one address of IPv4, or one /64 of IPv6, within the burst.</summary>
    public int? AddressBurst { get; set; } = 100;

    /// <summary>The same within 24 hours.</summary>
    public int? AddressDay { get; set; } = 1000;

    /// <summary>From one /24 of IPv4, or one /48 of IPv6, within the burst.</summary>
    public int? NetworkBurst { get; set; } = 500;

    public int? NetworkDay { get; set; } = 5000;

    /// <summary>With addresses of one mail domain within the burst. Off until there is a reason: a campaign in one country has one large provider.</summary>
    public int? DomainBurst { get; set; }

    public int? DomainDay { get; set; }

    /// <summary>Campaigns one mailbox signs within 24 hours.</summary>
    public int? MailboxDay { get; set; } = 100;

    /// <summary>Signatures of one campaign set aside within the burst that begin its challenge. Off until there is a reason: it costs every signer's device some work.</summary>
    public int? ChallengeAfter { get; set; }

    /// <summary>Signatures within an hour from one network, or with one domain, that make an alert.</summary>
    public int? AlertHour { get; set; } = 200;
}

/// <summary>An hour in which one network or one domain gave a campaign unusually many signatures. Staff look; by itself it begins the challenge at most.</summary>
public sealed class AbuseSignal : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public long Id { get; private set; }

    public Guid CampaignId { get; private set; }

    public ListKind Kind { get; private set; }

    /// <summary>The network or the domain.</summary>
    public string Sender { get; private set; } = "";

    /// <summary>Signatures within the hour.</summary>
    public int Signatures { get; private set; }

    /// <summary>Of all that the campaign got in that hour, in per cent.</summary>
    public short Share { get; private set; }

    public DateTimeOffset At { get; private set; }
}
