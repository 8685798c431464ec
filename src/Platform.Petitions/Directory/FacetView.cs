using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Petitions.Directory;

/// <summary>One group of ways to narrow a list.</summary>
/// <param name="Name">Its part of the address, and of the key of its heading.</param>
/// <param name="Chosen">The value that narrows now.</param>
/// <param name="Say">A value in words.</param>
public sealed record FacetView(SearchQuery Query, string Name, string? Chosen, IReadOnlyList<Facet> Values, Func<string, string> Say)
{
    private const int MostShown = 12;

    public IEnumerable<Facet> Shown => Values.Take(MostShown);

    public string LinkTo(string? value) => Link(Name switch
    {
        "state" => Query with { State = value },
        "topic" => Query with { Topic = value },
        "country" => Query with { Country = value },
        _ => Query with { Language = value },
    });

    /// <summary>The list's first page under other choices.</summary>
    public static string Link(SearchQuery query) => QueryHelpers.AddQueryString("/search", Parts(query).Where(p => p.Value is not null));

    /// <summary>The same list for programs.</summary>
    public static string Data(SearchQuery query, string format = "") => QueryHelpers.AddQueryString("/api/v1/campaigns" + format, Parts(query).Where(p => p.Value is not null));

    /// <summary>Parts of the address of a list's first page; null where the usual holds.</summary>
    public static Dictionary<string, string?> Parts(SearchQuery query) => new()
    {
        ["q"] = query.Words,
        ["state"] = query.State,
        ["topic"] = query.Topic,
        ["country"] = query.Country,
        ["language"] = query.Language,
        ["near"] = query.Near?.ToString(),
        ["sort"] = query.IsSortedAsUsual ? null : query.Sort,
    };
}
