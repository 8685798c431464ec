using System.Net;
using Platform.Petitions.Abuse;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Moderation;

/// <summary>Who sends, as a keyed hash of the network, and how often lately, added up over all nodes.</summary>
public sealed class Senders(Fingerprints fingerprints, RateCounters counters)
{
    private const int DayInBursts = 5;

    /// <summary>One address of IPv4; of IPv6 the network a household gets.</summary>
    public byte[] Of(IPAddress? address) => fingerprints.OfSender(SenderNetwork.Near(address ?? IPAddress.None).ToString());

    /// <param name="most">Within the burst that limits are counted in, some minutes; five times as often within a day.</param>
    /// <returns>False when this sender did it more often.</returns>
    public bool Allows(string what, byte[] sender, int most) => !counters.IsOver(RateCounters.Key(Guid.Empty, what, sender), most, most * DayInBursts);
}
