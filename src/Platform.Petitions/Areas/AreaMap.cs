using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Areas;

/// <summary>Countries coloured by how many signed there. What a table does not name has no colour: it was folded away, or nobody is there.</summary>
/// <param name="Classes">From few to many; one may be empty.</param>
/// <param name="Blank">Outlines of all other countries, as one path.</param>
public sealed record AreaMap(IReadOnlyList<AreaClass> Classes, string Blank)
{
    private const int Shades = 5;
    private const int FewestCountries = 2;

    /// <returns>Null where the map would say nothing: with one country.</returns>
    public static AreaMap? Of(IReadOnlyList<AreaShare> folded)
    {
        var named = folded.Where(a => a.Country is not null).ToDictionary(a => a.Country!, a => a.Count, StringComparer.Ordinal);
        if (named.Count < FewestCountries)
        {
            return null;
        }

        var starts = Starts(named.Values.Min(), named.Values.Max());
        var classes = starts.Select((from, i) => new AreaClass(
            Shades - starts.Count + 1 + i, from, i + 1 < starts.Count ? starts[i + 1] - 1 : null,
            [.. WorldMap.Countries.Where(c => named.TryGetValue(c.Code, out var count) && count >= from && (i + 1 == starts.Count || count < starts[i + 1])).Select(c => new AreaMark(c, named[c.Code]))]));
        return new AreaMap([.. classes], string.Concat(WorldMap.Countries.Where(c => !named.ContainsKey(c.Code)).Select(c => c.Outline)));
    }

    /// <summary>Where classes begin: 10, 20, 50, 100 and on, as many steps in one as it takes to get by with five.</summary>
    private static List<long> Starts(long least, long most)
    {
        var steps = Steps().TakeWhile(step => step <= most).ToList();
        steps.RemoveRange(0, Math.Max(0, steps.FindLastIndex(step => step <= least)));
        var stride = (steps.Count + Shades - 1) / Shades;
        return [.. steps.Where((_, i) => i % stride == 0)];
    }

    private static IEnumerable<long> Steps()
    {
        for (long power = AreaShare.Smallest; power < long.MaxValue / 100; power *= 10)
        {
            yield return power;
            yield return 2 * power;
            yield return 5 * power;
        }
    }
}

/// <param name="Shade">1, pale, to 5.</param>
/// <param name="To">Null for the last, which is open.</param>
public sealed record AreaClass(int Shade, long From, long? To, IReadOnlyList<AreaMark> Countries);

public sealed record AreaMark(CountryShape Shape, long Count);
