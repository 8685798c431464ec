namespace Platform.Petitions.Challenges;

/// <summary>Section <c>Challenges</c>. With these values a browser calculates for about half a second, an old phone for some seconds, and the server for one millisecond.</summary>
public sealed record ChallengeOptions
{
    /// <summary>Rounds of each try.</summary>
    public int Cost { get; init; } = 5_000;

    /// <summary>What the result must begin with, in hexadecimal: each further digit means sixteen times as many tries.</summary>
    public string Prefix { get; init; } = "00";

    /// <summary>For so long a solution may wait in an open form.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromMinutes(30);
}
