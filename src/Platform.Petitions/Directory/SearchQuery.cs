using Platform.Core.Text;

namespace Platform.Petitions.Directory;

/// <summary>What a list is narrowed to and sorted by. Everything comes from an address, so everything may be nonsense.</summary>
public sealed record SearchQuery(string? Words, string? State, string? Topic, string? Country, string? Language, string? Sort, int Page)
{
    public const int PageSize = 25;
    private const int LongestWords = 200;

    public static IReadOnlyList<string> States { get; } = ["open", "closed"];

    public static IReadOnlyList<string> Sorts { get; } = ["newest", "signed", "closing"];

    /// <summary>The same question with unknown choices dropped and the words cut to what is searched for.</summary>
    public static SearchQuery Of(string? q, string? state, string? topic, string? country, string? language, string? sort, int page) => new(
        CleanText.SingleLine(q) is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestWords)] : null,
        States.Contains(state) ? state : null,
        Short(topic),
        Short(country)?.ToUpperInvariant(),
        Short(language)?.ToLowerInvariant(),
        Sorts.Contains(sort) ? sort : Sorts[0],
        Math.Clamp(page, 1, 10_000));

    private static string? Short(string? value) =>
        value is { Length: > 0 and <= 40 } && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? value : null;
}
