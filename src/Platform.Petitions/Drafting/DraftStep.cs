namespace Platform.Petitions.Drafting;

/// <summary>The steps from a thought to a petition, in the order they are asked.</summary>
public static class DraftStep
{
    public const string Title = "title";
    public const string DecisionMakers = "decision-makers";
    public const string Why = "why";
    public const string Picture = "picture";
    public const string Details = "details";
    public const string Preview = "preview";

    public static IReadOnlyList<string> All { get; } = [Title, DecisionMakers, Why, Picture, Details, Preview];

    public static string After(string step) => All[Math.Min(Place(step) + 1, All.Count - 1)];

    public static string Before(string step) => All[Math.Max(Place(step) - 1, 0)];

    private static int Place(string step) => All.TakeWhile(s => s != step).Count();
}
