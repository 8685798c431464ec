using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Accounts;

/// <summary>Opens and ends sessions. Each opening has a key of its own, also when somebody was signed in before.</summary>
public sealed class Sessions(
    PetitionsDb db, SignInManager<User> signIn, IHttpContextAccessor accessor, IAuthenticationSchemeProvider schemes,
    KnownBrowser browser, IOptions<AntiforgeryOptions> antiforgery, TimeProvider clock)
{
    /// <summary>How a session was opened, RFC 8176; see <see cref="CurrentUserMiddleware"/> for those that are a second factor.</summary>
    public const string ByPassword = "pwd";
    public const string ByCode = "mfa";
    public const string ByPasskey = "hwk";

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("Outside a request.");

    public async Task OpenAsync(User user, string method)
    {
        await CloseAsync();
        await Http.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        var principal = await signIn.CreateUserPrincipalAsync(user);
        principal.Identities.First().AddClaim(new Claim("amr", method));

        // The request's own handler would put the new sign-in under the old key.
        var handler = Http.RequestServices.GetRequiredService<CookieAuthenticationHandler>();
        await handler.InitializeAsync((await schemes.GetSchemeAsync(IdentityConstants.ApplicationScheme))!, Http);
        await handler.SignInAsync(principal, new AuthenticationProperties());
        browser.Remember(user.Id);
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.UserId == user.Id && s.ExpiresAt < now).ExecuteDeleteAsync();
        db.Audit.Add(new AuditEntry { Actor = user.Id, ActorName = user.Name, Action = "account.signed-in", Detail = method });
        await db.SaveChangesAsync();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LastSignInAt, now));
    }

    /// <summary>Ends this browser's session; the antiforgery token goes with it.</summary>
    public async Task CloseAsync()
    {
        await Http.SignOutAsync(IdentityConstants.ApplicationScheme);
        Http.Response.Cookies.Delete(antiforgery.Value.Cookie.Name!, antiforgery.Value.Cookie.Build(Http));
    }

    /// <summary>Ends every session of somebody at once, whoever holds a copy of its cookie.</summary>
    public Task<int> EndAllAsync(Guid user, CancellationToken ct) => db.Sessions.Where(s => s.UserId == user).ExecuteDeleteAsync(ct);
}
