using System.Diagnostics;

namespace Platform.Testing.Time;

/// <summary>Time in which this machine ran: what a test holds against a limit. A machine that others use stands still for seconds now and then, and that is not the product's doing.</summary>
public static class RunningTime
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(10);

    // Whoever slept for a beat is up again within this, on a machine that runs.
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(50);
    private static readonly Lock Gate = new();
    private static readonly List<(long From, long To)> Stops = [];
    private static long lastBeat = Stopwatch.GetTimestamp();

    static RunningTime() => new Thread(Watch) { IsBackground = true, Name = nameof(RunningTime) }.Start();

    /// <returns>A moment to measure from.</returns>
    public static long Begin() => Stopwatch.GetTimestamp();

    /// <param name="begun">From <see cref="Begin"/>.</param>
    public static TimeSpan Since(long begun)
    {
        lock (Gate)
        {
            var now = Stopwatch.GetTimestamp();
            var lost = Stops.Append((From: lastBeat, To: now)).Where(stop => stop.To > begun)
                .Aggregate(TimeSpan.Zero, (sum, stop) => sum + Lost(Math.Max(stop.From, begun), stop.To));
            return Stopwatch.GetElapsedTime(begun, now) - lost;
        }
    }

    // A thread of its own: it sleeps through what stops the whole process or the machine, and through nothing that the product does with its threads.
    private static void Watch()
    {
        while (true)
        {
            Thread.Sleep(Beat);
            lock (Gate)
            {
                var now = Stopwatch.GetTimestamp();
                if (Stopwatch.GetElapsedTime(lastBeat, now) > Usual)
                {
                    Stops.Add((lastBeat, now));
                }

                lastBeat = now;
            }
        }
    }

    private static TimeSpan Lost(long from, long to) => Stopwatch.GetElapsedTime(from, to) is var gap && gap > Usual ? gap - Usual : TimeSpan.Zero;
}
