using System.Collections.Concurrent;
using System.Diagnostics;
using Platform.Testing.Time;

namespace Platform.Petitions.Tests.Faults;

/// <summary>Does something so many times a second, however long each takes, as visitors come whether or not those before them were answered.</summary>
internal sealed class Metronome(int perSecond, Func<int, Task> beat)
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);
    private int underWay;

    /// <summary>What went wrong, by its words.</summary>
    public ConcurrentDictionary<string, int> Problems { get; } = new();

    public int Done { get; private set; }

    public async Task RunAsync(TimeSpan length)
    {
        using var timer = new PeriodicTimer(Tick);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < length && await timer.WaitForNextTickAsync())
        {
            for (var due = (int)(watch.Elapsed.TotalSeconds * perSecond); Done < due; Done++)
            {
                _ = BeatAsync(Done);
            }
        }

        await Until.TrueAsync(() => Volatile.Read(ref underWay) == 0, "everybody is answered");
    }

    private async Task BeatAsync(int number)
    {
        Interlocked.Increment(ref underWay);
        try
        {
            await beat(number);
        }
        catch (Exception problem)
        {
            Problems.AddOrUpdate(problem.Message, 1, (_, so) => so + 1);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }
}
