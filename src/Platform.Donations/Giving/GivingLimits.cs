using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Platform.Donations.Giving;

/// <summary>How many pay pages one network may begin: thieves try stolen cards where small gifts are easy. Kept in each node's memory.</summary>
public sealed class GivingLimits(DonationsOptions options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> networks = PartitionedRateLimiter.Create<string, string>(network => RateLimitPartition.GetFixedWindowLimiter(
        network, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.GiftsPerNetwork, Window = Window, QueueLimit = 0 }));

    public bool Take(IPAddress? address)
    {
        using var taken = networks.AttemptAcquire(Network(address ?? IPAddress.None));
        return taken.IsAcquired;
    }

    public void Dispose() => networks.Dispose();

    private static string Network(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetworkV6 ? 7 : 3));
    }
}
