using System.Net;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Abuse;

public enum ListVerdict
{
    Nothing,
    Allow,
    Block,
}

/// <summary>
/// The lists as one reading of the database made them. What names somebody more closely decides first: the mailbox, then its domain,
/// then the network, so that a blocked mailbox does not touch its neighbours and an allowed domain passes a crowded network.
/// </summary>
public sealed class AbuseLists
{
    private readonly Dictionary<string, bool> mailboxes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> domains = new(StringComparer.Ordinal);
    private readonly List<(DomainPattern Pattern, bool Allow)> patterns = [];
    private readonly List<(IPNetwork Network, bool Allow)> networks = [];

    public AbuseLists(IEnumerable<ListEntry> entries)
    {
        foreach (var entry in entries)
        {
            switch (entry.Kind)
            {
                case ListKind.Mailbox:
                    mailboxes[Convert.ToHexString(entry.Fingerprint!)] = entry.Allow;
                    break;
                case ListKind.Domain when !entry.Pattern.Contains('*', StringComparison.Ordinal):
                    domains[entry.Pattern] = entry.Allow;
                    break;
                case ListKind.Domain when DomainPattern.Parse(entry.Pattern) is { } pattern:
                    patterns.Add((pattern, entry.Allow));
                    break;
                case ListKind.Network when IPNetwork.TryParse(entry.Pattern, out var network):
                    networks.Add((network, entry.Allow));
                    break;
            }
        }

        // The narrower network decides; at the same width and among patterns, blocking does.
        networks.Sort((a, b) => (b.Network.PrefixLength, a.Allow).CompareTo((a.Network.PrefixLength, b.Allow)));
        patterns.Sort((a, b) => a.Allow.CompareTo(b.Allow));
    }

    public static AbuseLists Empty { get; } = new([]);

    public ListVerdict Judge(EmailAddress email, byte[] fingerprint, IPAddress? from)
    {
        if (mailboxes.Count > 0 && mailboxes.TryGetValue(Convert.ToHexString(fingerprint), out var known))
        {
            return Say(known);
        }

        var domain = email.Domain;
        if (domains.TryGetValue(domain, out var named))
        {
            return Say(named);
        }

        foreach (var (pattern, allow) in patterns)
        {
            if (pattern.Matches(domain))
            {
                return Say(allow);
            }
        }

        return Judge(from);
    }

    /// <summary>What the lists say of a network alone, where no address was given.</summary>
    public ListVerdict Judge(IPAddress? from) => from is null ? ListVerdict.Nothing : OfNetwork(SenderNetwork.Plain(from));

    private ListVerdict OfNetwork(IPAddress from)
    {
        foreach (var (network, allow) in networks)
        {
            if (network.BaseAddress.AddressFamily == from.AddressFamily && network.Contains(from))
            {
                return Say(allow);
            }
        }

        return ListVerdict.Nothing;
    }

    private static ListVerdict Say(bool allow) => allow ? ListVerdict.Allow : ListVerdict.Block;
}
