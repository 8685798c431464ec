using System.Net;
using System.Net.Sockets;

namespace Platform.Petitions.Domains;

/// <summary>A line for the owner's DNS.</summary>
/// <param name="Note">Key of what it is for.</param>
public sealed record DomainRecord(string Type, string Name, string Value, string Note)
{
    /// <summary>The one that proves, and those of which one leads the visitors here.</summary>
    public static IEnumerable<DomainRecord> All(DomainClaim claim, string target, IReadOnlyList<string> addresses) =>
    [
        new("TXT", claim.RecordName, claim.Token, "account.domain-record-proof"),
        new("CNAME", claim.Host, target, addresses.Count > 0 ? "account.domain-record-subdomain" : "account.domain-record-way"),
        .. addresses.Select(address => new DomainRecord(
            IPAddress.TryParse(address, out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6 ? "AAAA" : "A", claim.Host, address, "account.domain-record-top")),
    ];
}
