using System.Net;
using Platform.Petitions.Abuse;
using Platform.Petitions.Signing;
using Xunit;

namespace Platform.Petitions.Tests.Abuse;

public sealed class ListTests
{
    [Theory]
    [InlineData("mail.example", "mail.example", true)]
    [InlineData("mail.example", "a.mail.example", false)]
    [InlineData("*.mail.example", "a.mail.example", true)]
    [InlineData("*.mail.example", "a.b.mail.example", false)]
    [InlineData("*.mail.example", "mail.example", false)]
    [InlineData("**.mail.example", "a.b.mail.example", true)]
    [InlineData("**.mail.example", "mail.example", false)]
    [InlineData("mail.*.example", "mail.north.example", true)]
    [InlineData("MAIL.Example", "mail.example", true)]
    [InlineData("bücher.example", "xn--bcher-kva.example", true)]
    public void A_star_is_one_label_and_two_are_any_number(string pattern, string domain, bool matches) =>
        Assert.Equal(matches, DomainPattern.Parse(pattern)!.Matches(domain));

    [Theory]
    [InlineData("")]
    [InlineData("example")]
    [InlineData("a..example")]
    [InlineData("m*.example")]
    [InlineData("mail.*")]
    [InlineData("mail example")]
    public void What_is_no_pattern_is_refused(string text) => Assert.Null(DomainPattern.Parse(text));

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.77/32", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.77/32", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1::/48")]
    public void A_sender_is_looked_at_in_two_widths(string address, string near, string wide)
    {
        Assert.Equal(IPNetwork.Parse(near), SenderNetwork.Near(IPAddress.Parse(address)));
        Assert.Equal(IPNetwork.Parse(wide), SenderNetwork.Wide(IPAddress.Parse(address)));
    }

    // The mailbox decides before its domain, the domain before the network, the narrower network before the wider (L08).
    [Theory]
    [InlineData("blocked@mail.example", "198.51.100.1", ListVerdict.Block)]
    [InlineData("neighbour@mail.example", "198.51.100.1", ListVerdict.Nothing)]
    [InlineData("anybody@office.example", "203.0.113.9", ListVerdict.Allow)]
    [InlineData("friend@throwaway.example", "198.51.100.1", ListVerdict.Allow)]
    [InlineData("stranger@throwaway.example", "198.51.100.1", ListVerdict.Block)]
    [InlineData("stranger@a.throwaway.example", "198.51.100.1", ListVerdict.Block)]
    [InlineData("anybody@mail.example", "203.0.113.9", ListVerdict.Block)]
    [InlineData("anybody@mail.example", "203.0.113.200", ListVerdict.Allow)]
    [InlineData("anybody@mail.example", "2001:db8::1", ListVerdict.Nothing)]
    public void What_names_somebody_more_closely_decides(string email, string from, ListVerdict verdict)
    {
        var lists = new AbuseLists(
        [
            Mailbox("blocked@mail.example", allow: false), Mailbox("friend@throwaway.example", allow: true),
            Entry(ListKind.Domain, "office.example", allow: true), Entry(ListKind.Domain, "throwaway.example", allow: false), Entry(ListKind.Domain, "**.throwaway.example", allow: false),
            Entry(ListKind.Network, "203.0.113.0/24", allow: false), Entry(ListKind.Network, "203.0.113.192/26", allow: true),
        ]);
        Assert.Equal(verdict, lists.Judge(EmailAddress.Parse(email)!, Mark(email), IPAddress.Parse(from)));
    }

    private static ListEntry Entry(ListKind kind, string pattern, bool allow) => new() { Kind = kind, Pattern = pattern, Allow = allow };

    private static ListEntry Mailbox(string email, bool allow) => new() { Kind = ListKind.Mailbox, Pattern = "…", Fingerprint = Mark(email), Allow = allow };

    private static byte[] Mark(string email) => System.Text.Encoding.ASCII.GetBytes(email);
}
