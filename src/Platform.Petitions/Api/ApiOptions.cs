namespace Platform.Petitions.Api;

/// <summary>Section <c>Api</c>.</summary>
public sealed record ApiOptions
{
    /// <summary>Requests a minute from one network (an IPv4 address, a /64 of IPv6) to one node.</summary>
    public int PerMinute { get; init; } = 600;
}
