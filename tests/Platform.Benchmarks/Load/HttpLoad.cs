using System.Diagnostics;
using System.Net.Sockets;
using Platform.Benchmarks.Stand;

namespace Platform.Benchmarks.Load;

/// <summary>Writes a request into the buffer; zero ends this connection's work.</summary>
internal delegate int RequestWriter(Span<byte> to);

/// <summary>What is loaded: where it listens, and how to ask for its processor time.</summary>
internal sealed record Target(int Port, Func<TimeSpan> Cpu);

/// <summary>
/// Keeps a number of connections busy, one request in flight on each, from one thread that waits for all of them at once: on a machine of
/// two cores the driver must cost little, since it runs beside what it measures.
/// </summary>
internal static class HttpLoad
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <param name="expected">Status of a good answer.</param>
    public static async Task<LoadResult> RunAsync(Target host, CpuMeter postgres, int connections, TimeSpan length, int expected, RequestWriter write)
    {
        var lines = Enumerable.Range(0, connections).Select(_ => new LoadLine(host.Port, expected, write)).ToList();
        var (app, database, watch) = (host.Cpu(), postgres.Read(), Stopwatch.StartNew());
        await Task.Factory.StartNew(() => Work(lines, watch, length), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var took = watch.Elapsed;
        var (appCpu, databaseCpu) = (host.Cpu() - app, postgres.Read() - database);
        var times = lines.SelectMany(l => l.Times).Order().ToList();
        lines.ForEach(line => line.Dispose());
        return new LoadResult(times.Count, lines.Sum(l => l.Bad), took, appCpu, databaseCpu, At(times, 0.5), At(times, 0.99));
    }

    private static void Work(List<LoadLine> lines, Stopwatch watch, TimeSpan length)
    {
        var busy = lines.Where(line => line.Ask()).ToDictionary(line => line.Socket);
        var ready = new List<Socket>(busy.Count);
        while (busy.Count > 0)
        {
            ready.Clear();
            ready.AddRange(busy.Keys);
            Socket.Select(ready, null, null, Longest);
            if (ready.Count == 0)
            {
                throw new TimeoutException($"{busy.Count} requests were not answered within {Longest}.");
            }

            foreach (var socket in ready)
            {
                var line = busy[socket];
                if (!line.Hear())
                {
                    continue;
                }

                var goesOn = watch.Elapsed < length && line.Ask();
                if (!goesOn || line.Socket != socket)
                {
                    busy.Remove(socket);
                }

                if (goesOn)
                {
                    busy[line.Socket] = line;
                }
            }
        }
    }

    private static TimeSpan At(List<long> times, double share) => times.Count == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, times[(int)((times.Count - 1) * share)]);
}
