using Platform.Core.Mail;

namespace Platform.Web.MailboxPage;

public sealed record MailboxView(IReadOnlyList<MailboxMail> Mails, MailboxMail? Open, string? To);
