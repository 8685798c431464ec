using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Platform.Benchmarks.Load;
using Platform.Benchmarks.Stand;
using Platform.Testing.Data;

namespace Platform.Benchmarks.Rows;

/// <summary>Open pages that follow the count: what they hold in memory, and how long an update takes to reach the last of them.</summary>
internal sealed class StreamsSection : ISection
{
    private const int Streams = 10_000;

    public string Name => "streams";

    public async Task RunAsync(BenchmarkStand stand, Report report)
    {
        var campaign = (await OpenCampaign.AddAsync(stand.Source, "followed", 1))[0];
        await using var host = await Hosts.StartAsync(stand, "web");
        await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, 4, TimeSpan.FromSeconds(5), 302, Requests.Sign([(campaign.Path, campaign.Stamp)]));
        await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, 4, TimeSpan.FromSeconds(1), 200, Requests.Get(campaign.Path));
        var tokens = new Queue<string>(await campaign.TokensAsync(stand.Source, 100));
        await Task.Delay(TimeSpan.FromSeconds(2));
        var idle = host.Memory();
        var readers = new List<Reader>(Streams);
        for (var i = 0; i < Streams; i += 100)
        {
            readers.AddRange(await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Reader.OpenAsync(host.Port, campaign.Path))));
        }

        await Task.Delay(TimeSpan.FromSeconds(2));
        var each = (host.Memory() - idle) / Streams;
        var spans = new List<double>();
        for (var i = 0; i < Math.Max(5, stand.Options.Rounds); i++)
        {
            var heard = readers.Select(r => r.HearAsync()).ToList();
            await HttpLoad.RunAsync(new(host.Port, host.Cpu), stand.PostgresCpu, 1, TimeSpan.FromSeconds(1), 302, Requests.Confirm(campaign.Path, [tokens.Dequeue()]));
            var at = await Task.WhenAll(heard);
            spans.Add(Stopwatch.GetElapsedTime(at.Min(), at.Max()).TotalMilliseconds);
        }

        readers.ForEach(r => r.Dispose());
        report.Table("Event streams of one node", ["what", "measured", "wanted"],
        [
            ["open streams", Report.Number(Streams), Report.Number(10_000)],
            ["memory of the process for each, KB", Report.Number(each / 1024.0), "≤ 20"],
            ["from the first to the last that hears an update, ms", Report.Ratio(spans, s => s), "≤ 250"],
        ]);
    }

    private sealed class Reader(Socket socket) : IDisposable
    {
        private readonly byte[] buffer = new byte[8192];

        public static async Task<Reader> OpenAsync(int port, string path)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port);
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path}/live HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"));
            var reader = new Reader(socket);
            await reader.HearAsync();
            return reader;
        }

        /// <returns>When the next card came; signs of life do not count.</returns>
        public async Task<long> HearAsync()
        {
            while (true)
            {
                var got = await socket.ReceiveAsync(buffer);
                if (got == 0)
                {
                    throw new IOException("The host ended the stream.");
                }

                if (buffer.AsSpan(0, got).IndexOf("data:"u8) >= 0)
                {
                    return Stopwatch.GetTimestamp();
                }
            }
        }

        public void Dispose() => socket.Dispose();
    }
}
