using Microsoft.AspNetCore.Identity;
using Platform.Core.Mail;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

/// <summary>To the new address: it has to be read before it counts.</summary>
internal sealed class ChangeAddressMail(UserManager<User> users, AccountLetters letters, AccountLinks links) : IMailWriter
{
    public string Kind => MailKind.ChangeAddress;

    public bool Capped => true;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await users.FindByIdAsync(mail.Subject.ToString()) is { SuspendedAt: null, PendingEmail: { } pending } user && await users.FindByEmailAsync(pending) is null
            ? letters.Write(user, "change-address", await links.ChangeAddressAsync(user, pending), to: pending)
            : null;
}
