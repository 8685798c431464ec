using System.Net;
using System.Net.Sockets;

namespace Platform.Petitions.Abuse;

/// <summary>Where a request came from, at the two widths that limits and alerts look at.</summary>
public static class SenderNetwork
{
    /// <summary>One address of IPv4; of IPv6 the /64 that one household or one phone gets.</summary>
    public static IPNetwork Near(IPAddress address) => Of(address, 32, 64);

    /// <summary>The /24 of IPv4, the /48 of IPv6.</summary>
    public static IPNetwork Wide(IPAddress address) => Of(address, 24, 48);

    /// <summary>IPv4 that came over an IPv6 socket is IPv4.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork Of(IPAddress address, int four, int six)
    {
        address = Plain(address);
        var length = address.AddressFamily == AddressFamily.InterNetwork ? four : six;
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(length - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xff << (8 - kept));
        }

        return new IPNetwork(new IPAddress(bytes), length);
    }
}
