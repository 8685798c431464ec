using Platform.Core.Mail;

namespace Platform.Petitions.Tests.Accounts;

internal static class MailLinks
{
    /// <summary>Path of the mail's link that begins so.</summary>
    public static string LinkWith(this MailboxMail mail, string start) =>
        mail.Links.First(link => link.AbsolutePath.StartsWith(start, StringComparison.Ordinal)).PathAndQuery;
}
