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
    public static string Link(SearchQuery query)
    {
        var values = new Dictionary<string, string?>
        {
            ["q"] = query.Words,
            ["state"] = query.State,
            ["topic"] = query.Topic,
            ["country"] = query.Country,
            ["language"] = query.Language,
            ["sort"] = query.Sort == SearchQuery.Sorts[0] ? null : query.Sort,
        };
        return QueryHelpers.AddQueryString("/search", values.Where(v => v.Value is not null));
    }
}
