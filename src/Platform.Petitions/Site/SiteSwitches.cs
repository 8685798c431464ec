namespace Platform.Petitions.Site;

/// <summary>What admins have switched, in memory: asking costs nothing, also where every signer passes. <see cref="SwitchWatch"/> keeps it true on each node.</summary>
public sealed class SiteSwitches
{
    private readonly Lock gate = new();
    private volatile SwitchPositions now = new();
    private int thrown;

    /// <summary>Raised on this node when something was switched on any.</summary>
    public event Action? Changed;

    /// <summary>Nobody can sign: that alone is paused, or nothing is taken at all. Who signed before can confirm, unless nothing is taken.</summary>
    public bool SigningPaused => now.SigningPaused || now.ReadOnly;

    /// <summary>Nobody can begin a petition or send one to review.</summary>
    public bool CreationPaused => now.CreationPaused || now.ReadOnly;

    /// <summary>Open pages do not follow the count; a reload shows it.</summary>
    public bool LiveOff => now.LiveOff;

    /// <summary>What is growing and where signatures come from is not computed.</summary>
    public bool StatisticsOff => now.StatisticsOff;

    /// <summary>Everything can be read and nothing is taken, except from staff.</summary>
    public bool ReadOnly => now.ReadOnly;

    /// <summary>Stands on every page.</summary>
    public string? Banner => now.Banner;

    /// <summary>The clock that closing times go by. It stands still while signing is paused, since each open deadline gains the pause afterwards.</summary>
    public DateTimeOffset DeadlineClock(DateTimeOffset time) => now.PausedSince is { } since && since < time ? since : time;

    /// <summary>How often somebody switched on this node: to be noted before the stored positions are read.</summary>
    internal int Thrown => Volatile.Read(ref thrown);

    /// <summary>As they were just stored from here.</summary>
    internal void Throw(SwitchPositions positions)
    {
        lock (gate)
        {
            thrown++;
            Set(positions);
        }
    }

    /// <summary>As they were read; what somebody switched here meanwhile is newer, and stays.</summary>
    /// <param name="thrownBefore"><see cref="Thrown"/> before they were read.</param>
    internal void Follow(SwitchPositions positions, int thrownBefore)
    {
        lock (gate)
        {
            if (thrown == thrownBefore)
            {
                Set(positions);
            }
        }
    }

    private void Set(SwitchPositions positions)
    {
        if (positions != now)
        {
            now = positions;
            Changed?.Invoke();
        }
    }
}

/// <summary>How the switches stand.</summary>
internal sealed record SwitchPositions
{
    public bool SigningPaused { get; init; }

    public DateTimeOffset? PausedSince { get; init; }

    public bool CreationPaused { get; init; }

    public bool LiveOff { get; init; }

    public bool StatisticsOff { get; init; }

    public bool ReadOnly { get; init; }

    public string? Banner { get; init; }
}
