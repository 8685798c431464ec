namespace Platform.Petitions.ShareTexts;

/// <summary>What may honestly be said when two texts are compared: the best and the next.</summary>
public enum VerdictKind
{
    /// <summary>Too few signatures came by them for anything to be said.</summary>
    TooEarly,

    /// <summary>Chance alone makes such a difference often enough.</summary>
    Alike,

    /// <summary>Chance alone hardly does.</summary>
    Leads,
}

/// <param name="Best">Number of the text that brought most.</param>
/// <param name="Least">Where it leads: it brings at least this of what it and the next bring together, 0 to 1.</param>
public sealed record ShareVerdict(VerdictKind Kind, int Best, double Least)
{
    /// <summary>Signatures that came by the two, before anything is said.</summary>
    public const int Fewest = 50;

    /// <param name="brought">At least two texts that were offered equally often, with the signatures they brought.</param>
    public static ShareVerdict Of(IReadOnlyList<(int Number, long Brought)> brought)
    {
        var (best, next) = brought.OrderByDescending(t => t.Brought).ThenBy(t => t.Number).Take(2).ToArray() is [var first, var second]
            ? (first, second)
            : throw new ArgumentException("Two texts at least.", nameof(brought));
        var both = best.Brought + next.Brought;
        if (both < Fewest)
        {
            return new ShareVerdict(VerdictKind.TooEarly, best.Number, 0);
        }

        var least = Interval.Of(best.Brought, both).Low;
        return new ShareVerdict(least > 0.5 ? VerdictKind.Leads : VerdictKind.Alike, best.Number, least);
    }
}

/// <summary>Where a share really lies with a certainty of 99 in 100. Less would be wrong too often, since the best of several is looked at, and again each day.</summary>
public readonly record struct Interval(double Low, double High)
{
    private const double Quantile = 2.5758;

    /// <summary>Wilson's score interval, which holds for small numbers and at the ends as well.</summary>
    public static Interval Of(long hits, long of)
    {
        if (of == 0)
        {
            return new Interval(0, 1);
        }

        var (share, squared) = ((double)hits / of, Quantile * Quantile);
        var middle = (share + squared / (2 * of)) / (1 + squared / of);
        var reach = Quantile / (1 + squared / of) * Math.Sqrt(share * (1 - share) / of + squared / (4.0 * of * of));
        return new Interval(Math.Max(0, middle - reach), Math.Min(1, middle + reach));
    }
}
