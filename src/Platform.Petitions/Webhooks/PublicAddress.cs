using System.Net;
using System.Net.Sockets;

namespace Platform.Petitions.Webhooks;

/// <summary>Which addresses are out in the world: nothing of ours, of the machine or of its network may be reached by a typed address.</summary>
internal static class PublicAddress
{
    private static readonly string[] Written =
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ];

    private static readonly IPNetwork[] NotPublic = Array.ConvertAll(Written, text => IPNetwork.Parse(text));

    // Only this part of IPv6 is given to anybody: local, mapped, translated and documented ones are all outside or listed above.
    private static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");

    public static bool Is(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (address.AddressFamily == AddressFamily.InterNetwork || Given.Contains(address)) && !NotPublic.Any(network => network.Contains(address));
    }
}
