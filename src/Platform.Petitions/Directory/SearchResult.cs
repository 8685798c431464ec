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

    /// <summary>Place of the first petition of this part in the whole list, from 1.</summary>
    public long FirstPlace { get; init; }

    public int Pages => (int)Math.Max(1, (Total + Query.Size - 1) / Query.Size);

    /// <summary>The part behind this one; null at the end.</summary>
    public ListStart? Next => FirstPlace + Campaigns.Count - 1 is var last && Campaigns.Count > 0 && last < Total ? new ListStart(Campaigns[^1].Id, last - 1, Before: false) : null;

    /// <summary>The part before this one; null at the beginning.</summary>
    public ListStart? Prev => Campaigns.Count > 0 && FirstPlace > 1 ? new ListStart(Campaigns[0].Id, FirstPlace, Before: true) : null;
}

/// <summary>
/// Where a part of a list begins: behind a petition, or before it, wherever that stands now. So whatever is put in front meanwhile, nothing is
/// read twice or left out.
/// </summary>
/// <param name="Anchor">Empty where the place alone says it.</param>
/// <param name="Offset">The place, for the time when the petition has left the list.</param>
/// <param name="Before">The part ends before it.</param>
public sealed record ListStart(Guid Anchor, long Offset, bool Before)
{
    /// <param name="offset">Petitions before the part.</param>
    public static ListStart At(long offset) => new(Guid.Empty, offset, Before: false);
}
