namespace Platform.Petitions.Tests.Outbox;

/// <summary>A clock that is moved by hand; timers do not run on it.</summary>
internal sealed class HandClock : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => ticks;

    public void Pass(TimeSpan time) => ticks += time.Ticks;

    public void PassMilliseconds(int time) => Pass(TimeSpan.FromMilliseconds(time));
}
