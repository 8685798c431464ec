using System.Collections.Concurrent;

namespace Platform.Petitions.Live;

/// <summary>
/// Which campaigns changed in what the public sees. Whoever commits such a change marks it; <see cref="ChangeFeed"/> tells all nodes, at
/// most once a second, and kept pages and open streams follow. A notice lost with a killed process is made good by the pages' own age.
/// </summary>
public sealed class CampaignChanges(TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, long> heard = new();
    private readonly ConcurrentDictionary<Guid, bool> marked = new();
    private long everything = long.MinValue;

    /// <summary>Raised on this node for each campaign that changed anywhere.</summary>
    public event Action<Guid>? Heard;

    /// <summary>False while notices may be missed: then nothing may be called unchanged.</summary>
    public bool Listening { get; set; }

    /// <summary>After COMMIT. Costs nothing on the hot path. This node's kept pages are old at once, the other nodes' when they hear it.</summary>
    public void Mark(Guid campaign)
    {
        heard[campaign] = clock.GetTimestamp();
        marked.TryAdd(campaign, true);
    }

    /// <summary>True when nothing was heard of a campaign since an instant of the monotonic clock.</summary>
    public bool UnchangedSince(Guid campaign, long timestamp) => Listening && Volatile.Read(ref everything) < timestamp && (!heard.TryGetValue(campaign, out var at) || at < timestamp);

    /// <summary>Something changed in what all pages show, on this node.</summary>
    public void HearAll() => Volatile.Write(ref everything, clock.GetTimestamp());

    /// <summary>Takes marks out one by one: a mark set meanwhile is either taken here, after its commit, or stands for the next time.</summary>
    internal Guid[] TakeMarked() => [.. marked.Keys.Where(campaign => marked.TryRemove(campaign, out _))];

    internal void Hear(Guid campaign)
    {
        heard[campaign] = clock.GetTimestamp();
        Heard?.Invoke(campaign);
    }

    /// <summary>Pages are never kept for as long as this without being made again.</summary>
    internal void ForgetOld()
    {
        foreach (var (campaign, at) in heard)
        {
            if (clock.GetElapsedTime(at) > Remembered)
            {
                heard.TryRemove(new KeyValuePair<Guid, long>(campaign, at));
            }
        }
    }
}
