using System.Net;
using System.Text;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Abuse;

public enum Admittance
{
    /// <summary>On a list of those who pass whatever the limits say.</summary>
    Welcome,

    Accepted,

    /// <summary>Written and mailed like any other, set aside instead of counted; staff can restore it.</summary>
    SetAside,

    /// <summary>No row and no mail; the sender sees what everybody sees.</summary>
    Nowhere,
}

/// <summary>Decides what becomes of a valid form before it is written, from memory alone. The sender cannot tell them apart.</summary>
public sealed class Admission(RateCounters counters)
{
    /// <summary>Newest reading of the lists and limits; some seconds old at most.</summary>
    public AbuseLists Lists { get; set; } = AbuseLists.Empty;

    public AbuseLimits Limits { get; set; } = new();

    public Admittance Judge(Guid campaign, EmailAddress email, byte[] fingerprint, IPAddress? from) => Lists.Judge(email, fingerprint, from) switch
    {
        ListVerdict.Allow => Admittance.Welcome,
        ListVerdict.Block => Admittance.Nowhere,
        ListVerdict.Nothing => IsTooMany(campaign, email, fingerprint, from) ? Admittance.SetAside : Admittance.Accepted,
    };

    // Every window counts every hit: who goes on at one width is seen at the others, too.
    private bool IsTooMany(Guid campaign, EmailAddress email, byte[] fingerprint, IPAddress? from)
    {
        var limits = Limits;
        var over = from is not null && (IsOver(campaign, "near", SenderNetwork.Near(from), limits.AddressBurst, limits.AddressDay)
            | IsOver(campaign, "wide", SenderNetwork.Wide(from), limits.NetworkBurst, limits.NetworkDay));
        if (limits.DomainBurst is not null || limits.DomainDay is not null)
        {
            over |= counters.IsOver(RateCounters.Key(campaign, "domain", Encoding.UTF8.GetBytes(email.Domain)), limits.DomainBurst, limits.DomainDay);
        }

        // A fingerprint is a keyed hash already, the same in all campaigns.
        return over | counters.IsOver(new Guid(fingerprint), null, limits.MailboxDay);
    }

    private bool IsOver(Guid campaign, string what, IPNetwork network, int? burst, int? day) =>
        counters.IsOver(RateCounters.Key(campaign, what, network.BaseAddress.GetAddressBytes()), burst, day);
}
