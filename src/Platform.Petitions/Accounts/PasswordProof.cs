using Microsoft.AspNetCore.Identity;
using Platform.Core.Access;

namespace Platform.Petitions.Accounts;

/// <summary>Tries are counted, so an open screen is no place to guess at.</summary>
internal sealed class PasswordProof(UserManager<User> users, Attempts attempts, CurrentUser me) : IPasswordProof
{
    public async Task<string?> RefuseAsync(string? password, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(password))
        {
            return "error.required";
        }

        if (!attempts.Take("proof", me.RequiredId.ToString()))
        {
            return "account.too-many";
        }

        var user = await users.FindByIdAsync(me.RequiredId.ToString());
        return user is not null && await users.CheckPasswordAsync(user, password) ? null : "account.wrong-password";
    }
}
