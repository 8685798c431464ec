using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Platform.Benchmarks.Load;

/// <summary>One connection of the driver: asks, hears the answer in as many pieces as it comes, asks again.</summary>
internal sealed class LoadLine(int port, int expected, RequestWriter write) : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly byte[] outgoing = new byte[BufferSize];
    private readonly byte[] incoming = new byte[BufferSize];
    private long asked;
    private int have;
    private long left;

    public Socket Socket { get; private set; } = Connect(port);

    /// <summary>How long each good answer took, in ticks of the stopwatch.</summary>
    public List<long> Times { get; } = new(16_384);

    public long Bad { get; private set; }

    /// <returns>False when there is nothing more to ask.</returns>
    public bool Ask()
    {
        var length = write(outgoing);
        if (length == 0)
        {
            return false;
        }

        (asked, have, left) = (Stopwatch.GetTimestamp(), 0, -1);
        for (var sent = 0; sent < length;)
        {
            sent += Socket.Send(outgoing.AsSpan(sent, length - sent));
        }

        return true;
    }

    /// <summary>Takes what has arrived.</summary>
    /// <returns>True once the answer is whole, or was a bad one.</returns>
    public bool Hear()
    {
        var got = Socket.Receive(left < 0 ? incoming.AsSpan(have) : incoming);
        if (got == 0)
        {
            throw new IOException("The host hung up.");
        }

        if (left >= 0)
        {
            left -= got;
        }
        else
        {
            have += got;
            var head = incoming.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                return false;
            }

            if (HttpHead.Status(incoming) != expected)
            {
                // The rest of an error page is of no interest: a new connection is cheaper than reading it.
                Bad++;
                Socket.Dispose();
                Socket = Connect(port);
                return true;
            }

            left = HttpHead.ContentLength(incoming.AsSpan(0, head)) - (have - head - 4);
        }

        if (left > 0)
        {
            return false;
        }

        Times.Add(Stopwatch.GetTimestamp() - asked);
        return true;
    }

    public void Dispose() => Socket.Dispose();

    private static Socket Connect(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }
}
