using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Caching.Memory;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Moderation;

/// <summary>Who sends, as a keyed hash of the network, and how often lately. Kept in memory: two nodes allow twice as much, which does no harm.</summary>
public sealed class Senders(Fingerprints fingerprints, IMemoryCache cache)
{
    private const int IPv6NetworkBytes = 8;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>One address of IPv4; of IPv6 the network a household gets.</summary>
    public byte[] Of(IPAddress? address)
    {
        var bytes = (address ?? IPAddress.None).MapToIPv6().GetAddressBytes();
        var isIPv4 = address is null or { AddressFamily: AddressFamily.InterNetwork } || address.IsIPv4MappedToIPv6;
        return fingerprints.OfSender(Convert.ToHexString(isIPv4 ? bytes : bytes[..IPv6NetworkBytes]));
    }

    /// <returns>False when this sender did it more often within the hour.</returns>
    public bool Allows(string what, byte[] sender, int most)
    {
        var count = cache.GetOrCreate((what, Convert.ToHexString(sender)), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Window;
            entry.Size = 1;
            return new Counter();
        })!;
        return Interlocked.Increment(ref count.Value) <= most;
    }

    private sealed class Counter
    {
        public int Value;
    }
}
