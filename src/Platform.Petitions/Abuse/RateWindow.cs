namespace Platform.Petitions.Abuse;

/// <summary>
/// Hits of one sender in fixed stretches of time, read as one sliding window: what is left of the stretch before is added in proportion.
/// Knows what this node counted and has not told yet, and what all nodes together had when it last heard. A value of its keeper's, who
/// also guards it: there are as many as there were senders lately, and nothing else must be made for each of them.
/// </summary>
public struct RateWindow
{
    private long stretch;
    private int before;
    private int told;
    private int untold;
    private long last;

    /// <summary>Counts one hit.</summary>
    /// <returns>Hits within the last <paramref name="length"/>, this one included.</returns>
    public int Hit(DateTimeOffset now, TimeSpan length)
    {
        MoveTo(now.Ticks / length.Ticks);
        untold++;
        last = now.Ticks;
        var left = 1 - ((now.Ticks % length.Ticks) / (double)length.Ticks);
        return told + untold + (int)(before * left);
    }

    /// <summary>What other nodes should hear: too few to matter are not worth a word.</summary>
    public readonly bool TryTake(int fewest, out long inStretch, out int hits)
    {
        (inStretch, hits) = (stretch, untold);
        return untold > 0 && told + untold >= fewest;
    }

    /// <param name="mine">Hits of this node that are in the total.</param>
    public void Hear(long inStretch, int total, int mine)
    {
        if (inStretch == stretch)
        {
            (told, untold) = (total, untold - mine);
        }
    }

    /// <summary>
    /// True when nothing in it counts any more, or so little and so long ago that forgetting it changes no verdict: most senders sign once
    /// and must not be remembered for a day.
    /// </summary>
    public readonly bool IsOver(DateTimeOffset now, TimeSpan length, TimeSpan patience, int fewest) =>
        now.Ticks / length.Ticks > stretch + 1 || (before + told + untold < fewest && now.Ticks - last > patience.Ticks);

    private void MoveTo(long next)
    {
        if (next != stretch)
        {
            before = next == stretch + 1 ? told + untold : 0;
            (stretch, told, untold) = (next, 0, 0);
        }
    }
}
