using Platform.Core.Text;

namespace Platform.Petitions.Directory;

/// <summary>What a list is narrowed to and sorted by. Everything comes from an address, so everything may be nonsense.</summary>
public sealed record SearchQuery(string? Words, string? State, string? Topic, string? Country, string? Language, NearPlace? Near, string Sort, int Page)
{
    public const int PageSize = 25;
    public const string RisingInADay = "rising";
    public const string RisingInAnHour = "rising-hour";
    private const int LongestWords = 200;

    public static IReadOnlyList<string> States { get; } = ["open", "closed"];

    /// <summary>Ways to sort this list, the usual one first. What grows and where signers live are not asked for while statistics are off.</summary>
    public IReadOnlyList<string> Sorts =>
    [
        .. Near is not null ? (string[])["near"] : [], .. Words is not null ? (string[])["best"] : [],
        "newest", "signed", "closing", .. Statistics && Near is null ? (string[])[RisingInADay, RisingInAnHour] : [],
    ];

    public bool Statistics { get; private init; } = true;

    /// <summary>Petitions in one part of the list.</summary>
    public int Size { get; init; } = PageSize;

    /// <summary>Where the part begins; null where the page's number says it.</summary>
    public ListStart? Start { get; init; }

    public bool IsSortedAsUsual => Sort == Sorts[0];

    /// <summary>How far back growth is looked for.</summary>
    public TimeSpan? Window => Sort switch { RisingInADay => TimeSpan.FromDays(1), RisingInAnHour => TimeSpan.FromHours(1), _ => null };

    /// <summary>The same question with unknown choices dropped and the words cut to what is searched for.</summary>
    /// <param name="near">Where the reader is, as the reader chose it; see <see cref="NearPlace.Read"/>.</param>
    /// <param name="statistics">False while they are switched off.</param>
    public static SearchQuery Of(string? q, string? state, string? topic, string? country, string? language, string? near, string? sort, int page, bool statistics = true)
    {
        var query = new SearchQuery(
            CleanText.SingleLine(q) is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestWords)] : null,
            States.Contains(state) ? state : null,
            Short(topic),
            Short(country)?.ToUpperInvariant(),
            Short(language)?.ToLowerInvariant(),
            statistics ? NearPlace.Read(near) : null,
            "",
            Math.Clamp(page, 1, 10_000)) { Statistics = statistics };
        return query.SortedBy(sort);
    }

    /// <summary>The first page in another order; the usual one where there is no such order.</summary>
    public SearchQuery SortedBy(string? sort) => this with { Sort = sort is not null && Sorts.Contains(sort) ? sort : Sorts[0] };

    /// <summary>The same without words or another choice keeps its order where that still exists.</summary>
    public SearchQuery Usual() => this with { Sort = Sorts[0] };

    private static string? Short(string? value) =>
        value is { Length: > 0 and <= 40 } && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? value : null;
}
