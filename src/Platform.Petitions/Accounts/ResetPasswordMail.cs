using Microsoft.AspNetCore.Identity;
using Platform.Core.Mail;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

/// <summary>The way back in for whoever reads the mailbox.</summary>
internal sealed class ResetPasswordMail(UserManager<User> users, AccountLetters letters, AccountLinks links) : IMailWriter
{
    public string Kind => MailKind.ResetPassword;

    public bool Capped => true;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await users.FindByIdAsync(mail.Subject.ToString()) is { SuspendedAt: null } user
            ? letters.Write(user, "reset", await links.ResetAsync(user))
            : null;
}
