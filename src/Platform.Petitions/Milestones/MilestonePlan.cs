using Platform.Petitions.Counting;

namespace Platform.Petitions.Milestones;

/// <summary>Which counts are milestones: the ladder's rungs and the quarters of the organiser's goal.</summary>
public static class MilestonePlan
{
    private static readonly int[] Quarters = [25, 50, 75, 100];

    /// <returns>Ascending, without repeats.</returns>
    public static IReadOnlyList<long> Of(int? goal)
    {
        var all = new SortedSet<long>(GoalLadder.Rungs);
        foreach (var quarter in goal is null ? [] : Quarters)
        {
            all.Add(Math.Max(1, (goal!.Value * (long)quarter + 99) / 100));
        }

        return [.. all];
    }

    /// <summary>Milestones in (before, after]: reached by this step.</summary>
    public static IEnumerable<long> Crossed(int? goal, long before, long after) => Of(goal).Where(m => m > before && m <= after);
}
