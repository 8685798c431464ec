using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Platform.Web.EmbeddedPostgres;

internal static class FreePort
{
    // Below the range systems hand out to outgoing connections, so that it is still free at the next start.
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    public static int Find()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(Lowest, Highest);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new EmbeddedPostgresException($"No free port between {Lowest} and {Highest} was found for the embedded database.");
    }

    public static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
