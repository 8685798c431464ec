namespace Platform.Petitions.CampaignPage;

/// <summary>How many signed from a country, or from a region of one; null stands for everywhere else.</summary>
public sealed record AreaShare(string? Country, long Count)
{
    /// <summary>No public cell holds fewer people, so that nobody can be singled out.</summary>
    public const int Smallest = 10;

    /// <summary>As many as stand beside other things.</summary>
    public const int MostAtAGlance = 8;

    /// <summary>The regions of a country. Whoever gave no postcode is elsewhere in it, so that the parts add up to the country.</summary>
    /// <param name="whole">How many signed from the country.</param>
    public static IReadOnlyList<AreaShare> Fold(IReadOnlyCollection<AreaShare> regions, long whole, int most = MostAtAGlance) =>
        Fold([.. regions.Where(r => !string.IsNullOrEmpty(r.Country)), new AreaShare("", whole - regions.Where(r => !string.IsNullOrEmpty(r.Country)).Sum(r => r.Count))], most) is { Count: > 1 } folded ? folded : [];

    /// <summary>Largest first; small and surplus countries become one "elsewhere". The parts add up to the whole.</summary>
    public static IReadOnlyList<AreaShare> Fold(IEnumerable<AreaShare> areas, int most = MostAtAGlance)
    {
        var filled = areas.Where(a => a.Count > 0).ToList();
        var shown = filled.Where(a => a.Count >= Smallest && !string.IsNullOrEmpty(a.Country))
            .OrderByDescending(a => a.Count).ThenBy(a => a.Country, StringComparer.Ordinal).Take(most).ToList();
        var elsewhere = filled.Sum(a => a.Count) - shown.Sum(a => a.Count);
        while (elsewhere is > 0 and < Smallest && shown.Count > 0)
        {
            // A remainder this small would say who is in it; the smallest country hides it.
            elsewhere += shown[^1].Count;
            shown.RemoveAt(shown.Count - 1);
        }

        if (shown.Count == 0)
        {
            return [];
        }

        return elsewhere > 0 ? [.. shown, new AreaShare(null, elsewhere)] : shown;
    }
}
