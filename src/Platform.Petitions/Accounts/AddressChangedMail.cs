using Microsoft.AspNetCore.Identity;
using Platform.Core.Mail;
using Platform.Core.Tenancy;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

/// <summary>To the old address, whose owner may not have wanted it.</summary>
internal sealed class AddressChangedMail(UserManager<User> users, AccountLetters letters, Links links) : IMailWriter
{
    public string Kind => MailKind.AddressChanged;

    public async Task<Letter?> WriteAsync(OutboxMail mail, CancellationToken ct) =>
        await users.FindByIdAsync(mail.Subject.ToString()) is { } user
        && await users.GetAuthenticationTokenAsync(user, AddressController.Tokens, AddressController.Former) is { } former
            ? letters.Write(user, "address-changed", links.To("/contact"), to: former)
            : null;
}
