using Microsoft.AspNetCore.Identity;
using Platform.Core.Mail;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

/// <summary>To whom registered. Without a password (registered twice) the link lets them choose one.</summary>
internal sealed class ConfirmAccountMail(UserManager<User> users, AccountLetters letters, AccountLinks links) : IMailWriter
{
    public string Kind => MailKind.ConfirmAccount;

    public bool Capped => true;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await users.FindByIdAsync(mail.Subject.ToString()) switch
        {
            null or { EmailConfirmed: true } or { SuspendedAt: not null } => null,
            { PasswordHash: null } user => letters.Write(user, "choose", await links.ResetAsync(user)),
            var user => letters.Write(user, "confirm", await links.ConfirmAsync(user)),
        };
}
