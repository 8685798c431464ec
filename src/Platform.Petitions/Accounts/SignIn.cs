using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

public enum SignInOutcome
{
    Opened,
    NeedsCode,

    /// <summary>The password is right, the address not yet confirmed; the link was sent again.</summary>
    Unconfirmed,
    Wrong,
    TooMany,
}

/// <summary>Signing in with address and password, then with a code where one is set up.</summary>
public sealed class SignIn(
    PetitionsDb db, UserManager<User> users, SignInManager<User> steps, Passwords passwords, Sessions sessions, Attempts attempts, KnownBrowser browser,
    IHttpContextAccessor http)
{
    public async Task<SignInOutcome> WithPasswordAsync(string email, string password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(email);
        if (!attempts.Take("sign-in", user is not null && browser.Knows(user.Id) ? "known " + user.Id : email))
        {
            return SignInOutcome.TooMany;
        }

        if (!passwords.Match(user, password) || user is null or { SuspendedAt: not null })
        {
            return SignInOutcome.Wrong;
        }

        if (!user.EmailConfirmed)
        {
            db.Outbox.Add(new OutboxMail(MailKind.ConfirmAccount, null, null, user.Id));
            await db.SaveChangesAsync(ct);
            return SignInOutcome.Unconfirmed;
        }

        if (user.TwoFactorEnabled)
        {
            await RememberStepAsync(user);
            return SignInOutcome.NeedsCode;
        }

        await sessions.OpenAsync(user, Sessions.ByPassword);
        return SignInOutcome.Opened;
    }

    /// <summary>Whoever gave the right password a moment ago in this browser.</summary>
    public Task<User?> WaitingForCodeAsync() => steps.GetTwoFactorAuthenticationUserAsync();

    /// <param name="code">Six digits of the authenticator, or one of the recovery codes.</param>
    public async Task<SignInOutcome> WithCodeAsync(User user, string code)
    {
        if (!attempts.Take("code", user.Id.ToString()))
        {
            return SignInOutcome.TooMany;
        }

        code = code.Replace(" ", "", StringComparison.Ordinal);
        var right = code.Length == 6 && code.All(char.IsAsciiDigit)
            ? await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code)
            : (await users.RedeemTwoFactorRecoveryCodeAsync(user, code.ToUpperInvariant())).Succeeded;
        if (!right || user.SuspendedAt is not null)
        {
            return SignInOutcome.Wrong;
        }

        await sessions.OpenAsync(user, Sessions.ByCode);
        return SignInOutcome.Opened;
    }

    /// <summary>In the shape that <see cref="SignInManager{TUser}.GetTwoFactorAuthenticationUserAsync"/> reads; good for five minutes.</summary>
    private Task RememberStepAsync(User user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.TwoFactorUserIdScheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, user.Id.ToString()));
        return http.HttpContext!.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }
}
