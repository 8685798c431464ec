using Microsoft.AspNetCore.Identity;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

/// <summary>Somebody registered, or wanted to change to, an address that has an account.</summary>
internal sealed class AccountExistsMail(UserManager<User> users, AccountLetters letters, Links links) : IMailWriter
{
    public string Kind => MailKind.AccountExists;

    public bool Capped => true;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await users.FindByIdAsync(mail.Subject.ToString()) is { SuspendedAt: null } user
            ? letters.Write(user, "exists", links.To(AccountServices.SignInPath))
            : null;
}
