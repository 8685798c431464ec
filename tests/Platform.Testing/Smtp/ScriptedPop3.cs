using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Platform.Testing.Smtp;

/// <summary>A small POP3 server on loopback: what was deleted is gone after QUIT, and only then.</summary>
public sealed class ScriptedPop3 : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string user;
    private readonly string password;

    public ScriptedPop3(string user, string password)
    {
        (this.user, this.password) = (user, password);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public List<string> Mails { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The test is over, or the client hung up.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        var (gone, named) = (new HashSet<int>(), "");
        await writer.WriteLineAsync("+OK ready");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var words = line.Split(' ');
            var mail = words.Length > 1 && int.TryParse(words[1], CultureInfo.InvariantCulture, out var number) ? number - 1 : -1;
            switch (words[0].ToUpperInvariant())
            {
                case "USER":
                    named = words[1];
                    await writer.WriteLineAsync("+OK");
                    break;
                case "PASS":
                    await writer.WriteLineAsync(named == user && words[1] == password ? "+OK" : "-ERR");
                    break;
                case "STAT":
                    await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"+OK {Mails.Count} {Mails.Sum(m => m.Length)}"));
                    break;
                case "LIST" when mail >= 0:
                    await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"+OK {mail + 1} {Mails[mail].Length}"));
                    break;
                case "RETR":
                    await writer.WriteLineAsync("+OK");
                    await writer.WriteAsync(Mails[mail].Replace("\r\n.", "\r\n..", StringComparison.Ordinal));
                    await writer.WriteLineAsync("\r\n.");
                    break;
                case "DELE":
                    gone.Add(mail);
                    await writer.WriteLineAsync("+OK");
                    break;
                case "QUIT":
                    foreach (var index in gone.OrderDescending())
                    {
                        Mails.RemoveAt(index);
                    }

                    await writer.WriteLineAsync("+OK");
                    return;
                default:
                    await writer.WriteLineAsync("-ERR");
                    break;
            }
        }
    }
}
