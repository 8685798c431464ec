using System.Collections.Concurrent;
using Platform.Petitions.Abuse;

namespace Platform.Petitions.Challenges;

/// <summary>Counts what is set aside in each campaign. From so many within the burst on it is an attack, where a limit for that is set; nodes add up what they counted.</summary>
public sealed class AttackWatch(RateCounters counters, Admission admission)
{
    private readonly ConcurrentDictionary<Guid, bool> attacked = new();

    /// <summary>One more was set aside.</summary>
    public void Note(Guid campaign)
    {
        if (admission.Limits.ChallengeAfter is { } most && counters.IsOver(RateCounters.Key(campaign, "aside", []), most, null))
        {
            attacked.TryAdd(campaign, true);
        }
    }

    /// <summary>The campaigns that are attacked since the last call.</summary>
    public Guid[] Take() => [.. attacked.Keys.Where(campaign => attacked.TryRemove(campaign, out _))];
}
