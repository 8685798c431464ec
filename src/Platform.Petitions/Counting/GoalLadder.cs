namespace Platform.Petitions.Counting;

/// <summary>The goal shown under the count: the organiser's own while it is ahead, else the next rung.</summary>
public static class GoalLadder
{
    public static IReadOnlyList<long> Rungs { get; } =
        [100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 10_000_000];

    /// <returns>Always above the count.</returns>
    public static long Next(long count, int? own)
    {
        if (own > count)
        {
            return own.Value;
        }

        foreach (var rung in Rungs)
        {
            if (rung > count)
            {
                return rung;
            }
        }

        return (count / Rungs[^1] + 1) * Rungs[^1];
    }

    /// <summary>Rounded down: 2,271 of 5,000 is 45 %. Never 100 before the goal is reached.</summary>
    public static int Percent(long count, long goal) => goal <= 0 ? 0 : (int)Math.Clamp(count * 100 / goal, 0, 100);
}
