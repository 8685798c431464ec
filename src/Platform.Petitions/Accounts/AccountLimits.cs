namespace Platform.Petitions.Accounts;

/// <summary>How often somebody may try, within ten minutes. Section <c>Accounts</c>.</summary>
public sealed record AccountLimits
{
    /// <summary>For one address, account or browser.</summary>
    public int PerAccount { get; init; } = 10;

    /// <summary>For one network: /24 of IPv4, /56 of IPv6.</summary>
    public int PerNetwork { get; init; } = 100;
}
