using System.Security.Cryptography;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Domains;

/// <summary>
/// An organisation says that a domain is its own, and proves it by a record that only who has the domain can write. Two may claim one; who
/// proves it first has it, because <c>Organisation.Domain</c> is one organisation's at most.
/// </summary>
public sealed class DomainClaim : ITenantOwned
{
    /// <summary>So long the record is looked for by itself.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>So long a domain stays whose record is gone: a wrong move at the registrar shall not break every link.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(14);

    private const int TokenBytes = 16;

    private DomainClaim()
    {
    }

    public DomainClaim(string host, DateTimeOffset now)
    {
        Host = host;
        Token = "undersigned-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        AskedSince = now;
    }

    public Guid TenantId { get; private set; }

    public string Host { get; private set; } = "";

    /// <summary>No secret: it stands in the DNS for everybody.</summary>
    public string Token { get; private set; } = "";

    public DateTimeOffset AskedSince { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }

    /// <summary>The record of a verified domain has been gone since.</summary>
    public DateTimeOffset? MissingSince { get; private set; }

    /// <summary>It was theirs until then.</summary>
    public DateTimeOffset? LostAt { get; private set; }

    /// <summary>Optimistic concurrency (PostgreSQL's xmin): the clock and an owner may look at once.</summary>
    public uint Version { get; private set; }

    /// <summary>Where the record stands.</summary>
    public string RecordName => "_undersigned." + Host;

    /// <summary>By then the record has to be back; null while nothing is wrong.</summary>
    public DateTimeOffset? LostOn => MissingSince + Grace;

    public bool IsAsked(DateTimeOffset now) => VerifiedAt is null && now < AskedSince + Patience;

    /// <summary>It is looked for anew, for as long as at first.</summary>
    public void Ask(DateTimeOffset now) => AskedSince = now;

    /// <summary>It was looked at, and what it said counts for nothing: somebody else has the domain.</summary>
    public void Look(DateTimeOffset now) => CheckedAt = now;

    /// <summary>What the DNS said.</summary>
    /// <returns>What is new by it.</returns>
    public DomainNews Saw(bool record, DateTimeOffset now)
    {
        CheckedAt = now;
        switch (record, VerifiedAt, MissingSince)
        {
            case (true, null, _):
                (VerifiedAt, MissingSince, LostAt) = (now, null, null);
                return DomainNews.Verified;
            case (true, _, not null):
                MissingSince = null;
                return DomainNews.Back;
            case (false, not null, null):
                MissingSince = now;
                return DomainNews.Missing;
            case (false, not null, { } since) when now >= since + Grace:
                (VerifiedAt, MissingSince, LostAt, AskedSince) = (null, null, now, now);
                return DomainNews.Lost;
            default:
                return DomainNews.None;
        }
    }
}

public enum DomainNews
{
    None,
    Verified,
    Missing,
    Back,
    Lost,
}
