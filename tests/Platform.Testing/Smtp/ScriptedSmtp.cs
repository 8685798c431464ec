using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Platform.Testing.Smtp;

/// <summary>A small SMTP server on loopback that accepts everything unless told otherwise.</summary>
public sealed class ScriptedSmtp : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<ScriptedMail> mails = new();
    private readonly ConcurrentDictionary<int, TcpClient> clients = new();
    private readonly List<Line> script = [];
    private TcpListener? listener;
    private int connections;
    private int most;

    public ScriptedSmtp() => AcceptConnections();

    public int Port { get; private set; }

    /// <summary>The capabilities offered after EHLO.</summary>
    public IReadOnlyList<string> Capabilities { get; set; } = ["8BITMIME", "PIPELINING"];

    /// <summary>In the order of their last lines.</summary>
    public IReadOnlyList<ScriptedMail> Mails => [.. mails];

    /// <summary>How many connections were ever accepted.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>How many stood at the same time, at most.</summary>
    public int MostAtOnce => Volatile.Read(ref most);

    /// <summary>Acts so at that stage; for one recipient where an address is given, for a domain where it begins with @, and only so many times where a number is.</summary>
    public ScriptedSmtp On(SmtpStage stage, SmtpAct act, string? recipient = null, int times = int.MaxValue)
    {
        lock (script)
        {
            script.Add(new Line(stage, act, recipient) { Left = times });
        }

        return this;
    }

    public void Forget()
    {
        lock (script)
        {
            script.Clear();
        }
    }

    /// <summary>Nobody answers on the port any more, and what stood is cut.</summary>
    public void RefuseConnections()
    {
        listener?.Dispose();
        listener = null;
        CutConnections();
    }

    /// <summary>Listens again, on the port of before.</summary>
    public void AcceptConnections()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    /// <summary>What a server does with connections that were idle for too long.</summary>
    public void CutConnections()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        RefuseConnections();
        stop.Dispose();
    }

    internal SmtpAct? Act(SmtpStage stage, string? recipient = null)
    {
        lock (script)
        {
            var line = script.Find(line => line.Stage == stage && line.Left > 0 && (line.Recipient is null || line.Recipient == recipient || (line.Recipient.StartsWith('@') && recipient?.EndsWith(line.Recipient, StringComparison.Ordinal) == true)));
            if (line is not null)
            {
                line.Left--;
            }

            return line?.Act;
        }
    }

    internal void Take(ScriptedMail mail) => mails.Enqueue(mail);

    private async Task AcceptAsync(TcpListener on)
    {
        try
        {
            while (true)
            {
                _ = TalkAsync(await on.AcceptTcpClientAsync(stop.Token));
            }
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The listener was stopped; that is how it ends.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        var number = Interlocked.Increment(ref connections);
        clients[number] = client;
        most = Math.Max(most, clients.Count);
        try
        {
            client.NoDelay = true;
            await using var stream = client.GetStream();
            using var conversation = new SmtpConversation(this, number, stream);
            await conversation.RunAsync(stop.Token);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Either side hung up; that is how a conversation may end.
        }
        finally
        {
            clients.TryRemove(number, out _);
            client.Dispose();
        }
    }

    private sealed record Line(SmtpStage Stage, SmtpAct Act, string? Recipient)
    {
        public int Left { get; set; }
    }
}
