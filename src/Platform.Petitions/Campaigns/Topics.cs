namespace Platform.Petitions.Campaigns;

/// <summary>What petitions are about; texts are <c>topic.{code}</c>.</summary>
public static class Topics
{
    public static IReadOnlyList<string> All { get; } =
    [
        "animals", "children", "culture", "democracy", "disability", "education", "environment", "health",
        "housing", "human-rights", "justice", "migration", "transport", "work", "other",
    ];

    public static bool IsKnown(string? topic) => topic is not null && All.Contains(topic);
}
