namespace Platform.Petitions.Domains;

/// <summary>How an organisation stands to a domain of its own.</summary>
public enum DomainState
{
    None,

    /// <summary>Claimed; the record is looked for by itself.</summary>
    Waiting,

    /// <summary>Claimed; the record did not come within a week.</summary>
    Idle,
    InUse,

    /// <summary>In use, and its record is gone.</summary>
    Missing,
}

public static class DomainStates
{
    public static DomainState Of(string? domain, DomainClaim? claim, DateTimeOffset now) => (domain, claim) switch
    {
        (not null, { MissingSince: not null }) => DomainState.Missing,
        (not null, _) => DomainState.InUse,
        (_, null) => DomainState.None,
        _ => claim.IsAsked(now) ? DomainState.Waiting : DomainState.Idle,
    };
}
