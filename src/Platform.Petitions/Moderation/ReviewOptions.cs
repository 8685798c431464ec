namespace Platform.Petitions.Moderation;

/// <summary>How long a submission may wait before the queue shows it in another colour, and how long a decision can be taken back.</summary>
public sealed record ReviewOptions
{
    public int DueAfterDays { get; init; } = 3;

    public int LateAfterDays { get; init; } = 5;

    /// <summary>The organiser's mail waits this long; until then the decision can be undone.</summary>
    public TimeSpan Undo { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What was submitted until then is at least this old.</summary>
    public DateTimeOffset BeginOf(ReviewAge age, DateTimeOffset now) => age switch
    {
        ReviewAge.Late => now.AddDays(-LateAfterDays),
        ReviewAge.Due => now.AddDays(-DueAfterDays),
        ReviewAge.New => now,
    };

    public ReviewAge AgeOf(DateTimeOffset since, DateTimeOffset now) => (now - since).TotalDays switch
    {
        var days when days >= LateAfterDays => ReviewAge.Late,
        var days when days >= DueAfterDays => ReviewAge.Due,
        _ => ReviewAge.New,
    };
}

public enum ReviewAge
{
    New,
    Due,
    Late,
}
