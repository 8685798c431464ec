namespace Platform.Petitions.Signing;

/// <summary>Section <c>Signing</c>.</summary>
public sealed record SigningOptions
{
    /// <summary>Nobody fills in the form faster than this.</summary>
    public TimeSpan ShortestFill { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A campaign in memory is read again at most this often.</summary>
    public TimeSpan GateFreshness { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A campaign in memory is read again after this even if no change was heard of.</summary>
    public TimeSpan GateLongest { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Different source codes a campaign is counted by; further ones are counted under "other".</summary>
    public int MostSources { get; init; } = 200;
}
