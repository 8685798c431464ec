namespace Platform.Petitions.Confirming;

/// <summary>Where a mailbox is read on the web.</summary>
public sealed record MailProvider(string Name, string Address);

public static class MailProviders
{
    private static readonly Dictionary<string, MailProvider> ByDomain = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gmail.com"] = new("Gmail", "https://mail.google.com/mail/u/0/#search/in%3Aanywhere+newer_than%3A1d"),
        ["googlemail.com"] = new("Gmail", "https://mail.google.com/mail/u/0/#search/in%3Aanywhere+newer_than%3A1d"),
        ["outlook.com"] = new("Outlook", "https://outlook.live.com/mail/0/"),
        ["hotmail.com"] = new("Outlook", "https://outlook.live.com/mail/0/"),
        ["live.com"] = new("Outlook", "https://outlook.live.com/mail/0/"),
        ["msn.com"] = new("Outlook", "https://outlook.live.com/mail/0/"),
        ["yahoo.com"] = new("Yahoo Mail", "https://mail.yahoo.com/"),
        ["yahoo.ca"] = new("Yahoo Mail", "https://mail.yahoo.com/"),
        ["yahoo.co.uk"] = new("Yahoo Mail", "https://mail.yahoo.com/"),
        ["yahoo.fr"] = new("Yahoo Mail", "https://mail.yahoo.com/"),
        ["icloud.com"] = new("iCloud", "https://www.icloud.com/mail"),
        ["me.com"] = new("iCloud", "https://www.icloud.com/mail"),
        ["proton.me"] = new("Proton Mail", "https://mail.proton.me/"),
        ["protonmail.com"] = new("Proton Mail", "https://mail.proton.me/"),
        ["gmx.de"] = new("GMX", "https://www.gmx.net/"),
        ["gmx.net"] = new("GMX", "https://www.gmx.net/"),
        ["web.de"] = new("WEB.DE", "https://web.de/"),
        ["orange.fr"] = new("Orange", "https://messagerie.orange.fr/"),
        ["laposte.net"] = new("La Poste", "https://www.laposte.net/accueil"),
    };

    /// <summary>Domains of the large providers.</summary>
    public static IReadOnlyCollection<string> Domains => ByDomain.Keys;

    /// <returns>Null for a provider we do not know: a wrong link is worse than none.</returns>
    public static MailProvider? InboxOf(string email) => ByDomain.GetValueOrDefault(email[(email.LastIndexOf('@') + 1)..]);
}
