using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Core.Text;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

/// <summary>Makes an account, or writes to the owner of the one there is: whoever fills in the form cannot tell which.</summary>
public sealed class Register(PetitionsDb db, UserManager<User> users, IEnumerable<IPasswordValidator<User>> rules, Passwords passwords, Localiser text, Audit audit)
{
    /// <returns>What is wrong with the password, or success.</returns>
    public async Task<IdentityResult> RunAsync(string name, string email, string password, CancellationToken ct)
    {
        var user = new User { Name = name, UserName = email, Email = email, Language = text.Language.Code };
        foreach (var rule in rules)
        {
            if (await rule.ValidateAsync(users, user, password) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        if (await users.FindByEmailAsync(email) is { } known)
        {
            passwords.Pretend(password);
            await RemindAsync(known, ct);
            return IdentityResult.Success;
        }

        try
        {
            db.Outbox.Add(new OutboxMail(MailKind.ConfirmAccount, null, null, user.Id));
            audit.Note("account.registered", detail: user.Id.ToString(), job: "visitor");
            await users.CreateAsync(user, password);
            return IdentityResult.Success;
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return IdentityResult.Success;
        }
    }

    /// <summary>
    /// Registered twice and never confirmed: nobody knows whose password the first one is, so it is forgotten, and the link in the mail
    /// lets the owner of the mailbox choose one.
    /// </summary>
    private async Task RemindAsync(User known, CancellationToken ct)
    {
        db.Outbox.Add(new OutboxMail(known.EmailConfirmed ? MailKind.AccountExists : MailKind.ConfirmAccount, null, null, known.Id));
        audit.Note("account.registered-again", detail: known.Id.ToString(), job: "visitor");
        if (known.EmailConfirmed)
        {
            await db.SaveChangesAsync(ct);
            return;
        }

        known.PasswordHash = null;
        await users.UpdateSecurityStampAsync(known);
    }
}
