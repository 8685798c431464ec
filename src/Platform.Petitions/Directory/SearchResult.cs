namespace Platform.Petitions.Directory;

/// <summary>A way to narrow a list, and how many it leaves.</summary>
public sealed record Facet(string Value, long Count);

/// <summary>One page of a list, with the ways to narrow it.</summary>
/// <param name="Total">Rows over all pages.</param>
public sealed record SearchResult(SearchQuery Query, IReadOnlyList<ListedCampaign> Campaigns, long Total)
{
    /// <summary>The words that were searched for instead of what was typed; null when those had petitions, or nothing else was meant.</summary>
    public string? Corrected { get; init; }

    public IReadOnlyList<Facet> States { get; init; } = [];

    public IReadOnlyList<Facet> Topics { get; init; } = [];

    public IReadOnlyList<Facet> Countries { get; init; } = [];

    public IReadOnlyList<Facet> Languages { get; init; } = [];

    public int Pages => (int)Math.Max(1, (Total + SearchQuery.PageSize - 1) / SearchQuery.PageSize);
}
