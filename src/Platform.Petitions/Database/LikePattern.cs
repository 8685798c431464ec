namespace Platform.Petitions.Database;

/// <summary>Patterns for LIKE out of what somebody typed: its own signs stand for themselves. Goes with <see cref="Sign"/> as the third argument: EF Core knows no escape unless one is named.</summary>
internal static class LikePattern
{
    public const string Sign = "\\";

    public static string Containing(string words) => $"%{Escape(words)}%";

    public static string StartingWith(string words) => Escape(words) + "%";

    public static string EndingWith(string words) => "%" + Escape(words);

    private static string Escape(string words) =>
        words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
