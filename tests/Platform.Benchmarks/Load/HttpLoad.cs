using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Platform.Benchmarks.Stand;

namespace Platform.Benchmarks.Load;

/// <summary>Writes a request into the buffer; zero ends this connection's work.</summary>
internal delegate int RequestWriter(Span<byte> to);

/// <summary>What is loaded: where it listens, and how to ask for its processor time.</summary>
internal sealed record Target(int Port, Func<TimeSpan> Cpu);

/// <summary>
/// Keeps a number of connections busy, one request in flight on each, over plain sockets: on a machine of two cores the driver must cost
/// little, since it runs beside what it measures.
/// </summary>
internal static class HttpLoad
{
    private const int BufferSize = 64 * 1024;

    /// <param name="expected">Status of a good answer.</param>
    public static async Task<LoadResult> RunAsync(Target host, CpuMeter postgres, int connections, TimeSpan length, int expected, RequestWriter write)
    {
        var lines = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Line.OpenAsync(host.Port)));
        var (app, database, watch) = (host.Cpu(), postgres.Read(), Stopwatch.StartNew());
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        await Task.WhenAll(lines.Select(line => Task.Run(() => line.WorkAsync(end, expected, write))));
        var took = watch.Elapsed;
        var (appCpu, databaseCpu) = (host.Cpu() - app, postgres.Read() - database);
        var times = lines.SelectMany(l => l.Times).Order().ToList();
        foreach (var line in lines)
        {
            line.Dispose();
        }

        return new LoadResult(times.Count, lines.Sum(l => l.Bad), took, appCpu, databaseCpu, At(times, 0.5), At(times, 0.99));
    }

    private static TimeSpan At(List<long> times, double share) => times.Count == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(0, times[(int)((times.Count - 1) * share)]);

    private sealed class Line(Socket socket, int port) : IDisposable
    {
        private Socket socket = socket;
        private readonly byte[] outgoing = new byte[BufferSize];
        private readonly byte[] incoming = new byte[BufferSize];

        public List<long> Times { get; } = new(16_384);

        public long Bad { get; private set; }

        public static async Task<Line> OpenAsync(int port) => new(await ConnectAsync(port), port);

        public async Task WorkAsync(long end, int expected, RequestWriter write)
        {
            while (Stopwatch.GetTimestamp() is var begun && begun < end)
            {
                var length = write(outgoing);
                if (length == 0)
                {
                    return;
                }

                await socket.SendAsync(outgoing.AsMemory(0, length));
                if (await ReadAsync(expected) == expected)
                {
                    Times.Add(Stopwatch.GetTimestamp() - begun);
                }
                else
                {
                    // The rest of an error page is of no interest: a new connection is cheaper than reading it.
                    Bad++;
                    socket.Dispose();
                    socket = await ConnectAsync(port);
                }
            }
        }

        public void Dispose() => socket.Dispose();

        private static async Task<Socket> ConnectAsync(int port)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return socket;
        }

        private async ValueTask<int> ReadAsync(int expected)
        {
            var (have, head) = (0, -1);
            while (head < 0)
            {
                var got = await socket.ReceiveAsync(incoming.AsMemory(have));
                if (got == 0)
                {
                    throw new IOException("The host hung up.");
                }

                have += got;
                head = incoming.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            }

            var status = HttpHead.Status(incoming);
            if (status != expected)
            {
                return status;
            }

            var left = HttpHead.ContentLength(incoming.AsSpan(0, head)) - (have - head - 4);
            while (left > 0)
            {
                left -= await socket.ReceiveAsync(incoming.AsMemory(0, (int)Math.Min(left, BufferSize)));
            }

            return status;
        }
    }
}
