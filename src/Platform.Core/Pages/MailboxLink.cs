using System.Collections.Frozen;

namespace Platform.Core.Pages;

/// <summary>Where the reader of an address opens its mail, for the common providers; so that "check your inbox" is one tap.</summary>
public sealed record MailboxLink(string Provider, string Url)
{
    private static readonly MailboxLink Gmail = new("Gmail", "https://mail.google.com/mail/");
    private static readonly MailboxLink Outlook = new("Outlook", "https://outlook.live.com/mail/");
    private static readonly MailboxLink Yahoo = new("Yahoo Mail", "https://mail.yahoo.com/");
    private static readonly MailboxLink ICloud = new("iCloud Mail", "https://www.icloud.com/mail/");
    private static readonly MailboxLink Proton = new("Proton Mail", "https://mail.proton.me/");
    private static readonly MailboxLink Gmx = new("GMX", "https://www.gmx.net/");
    private static readonly MailboxLink Tuta = new("Tuta", "https://app.tuta.com/");

    private static readonly FrozenDictionary<string, MailboxLink> ByDomain = new Dictionary<string, MailboxLink>
    {
        ["gmail.com"] = Gmail, ["googlemail.com"] = Gmail,
        ["outlook.com"] = Outlook, ["hotmail.com"] = Outlook, ["live.com"] = Outlook, ["msn.com"] = Outlook,
        ["hotmail.fr"] = Outlook, ["hotmail.co.uk"] = Outlook, ["live.fr"] = Outlook, ["outlook.fr"] = Outlook, ["live.ca"] = Outlook,
        ["yahoo.com"] = Yahoo, ["ymail.com"] = Yahoo, ["yahoo.fr"] = Yahoo, ["yahoo.ca"] = Yahoo, ["yahoo.co.uk"] = Yahoo, ["yahoo.de"] = Yahoo,
        ["icloud.com"] = ICloud, ["me.com"] = ICloud, ["mac.com"] = ICloud,
        ["proton.me"] = Proton, ["protonmail.com"] = Proton, ["pm.me"] = Proton,
        ["gmx.net"] = Gmx, ["gmx.de"] = Gmx, ["gmx.at"] = Gmx, ["gmx.ch"] = Gmx,
        ["tuta.com"] = Tuta, ["tutanota.com"] = Tuta, ["tutanota.de"] = Tuta,
        ["web.de"] = new("WEB.DE", "https://web.de/"),
        ["orange.fr"] = new("Orange", "https://mail.orange.fr/"),
        ["laposte.net"] = new("La Poste", "https://www.laposte.net/accueil"),
        ["free.fr"] = new("Free", "https://webmail.free.fr/"),
        ["fastmail.com"] = new("Fastmail", "https://app.fastmail.com/"),
        ["aol.com"] = new("AOL Mail", "https://mail.aol.com/"),
        ["chmail.ir"] = new("ChMail", "https://mail.chmail.ir/"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the provider is not known: then nothing is offered rather than something wrong.</summary>
    public static MailboxLink? For(string address) => ByDomain.GetValueOrDefault(address[(address.LastIndexOf('@') + 1)..]);
}
