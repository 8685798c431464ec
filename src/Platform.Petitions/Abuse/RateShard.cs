using System.Runtime.InteropServices;

namespace Platform.Petitions.Abuse;

/// <summary>What other nodes should hear of one window.</summary>
internal readonly record struct RateNews(RateKey Key, long Stretch, int Hits);

/// <summary>One part of the windows under a lock of its own: a table that grows stops only those who ask for the same part.</summary>
internal sealed class RateShard
{
    private readonly Lock gate = new();
    private readonly Dictionary<RateKey, RateWindow> windows = [];
    private readonly HashSet<RateKey> touched = [];

    /// <param name="fewest">From so many hits on, other nodes hear of it.</param>
    /// <returns>Hits within the last <paramref name="length"/>, this one included.</returns>
    public int Hit(RateKey key, DateTimeOffset now, TimeSpan length, int fewest)
    {
        lock (gate)
        {
            var hits = CollectionsMarshal.GetValueRefOrAddDefault(windows, key, out _).Hit(now, length);
            if (hits >= fewest)
            {
                touched.Add(key);
            }

            return hits;
        }
    }

    /// <summary>Adds what counted since the last call.</summary>
    public void TakeNews(List<RateNews> news, int fewest)
    {
        lock (gate)
        {
            foreach (var key in touched)
            {
                if (windows.TryGetValue(key, out var window) && window.TryTake(fewest, out var stretch, out var hits))
                {
                    news.Add(new RateNews(key, stretch, hits));
                }
            }

            touched.Clear();
        }
    }

    public void Hear(RateNews mine, int total)
    {
        lock (gate)
        {
            ref var window = ref CollectionsMarshal.GetValueRefOrNullRef(windows, mine.Key);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref window))
            {
                window.Hear(mine.Stretch, total, mine.Hits);
            }
        }
    }

    public void Forget(Func<RateKey, RateWindow, bool> isOver)
    {
        lock (gate)
        {
            foreach (var (key, window) in windows)
            {
                if (isOver(key, window))
                {
                    windows.Remove(key);
                }
            }

            // What a rush left behind is given back; a table that is used stays as large as it is.
            if (windows.Count < windows.EnsureCapacity(0) / 4)
            {
                windows.TrimExcess();
            }
        }
    }
}
