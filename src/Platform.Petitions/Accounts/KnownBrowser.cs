using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Platform.Petitions.Accounts;

/// <summary>
/// Remembers that somebody once signed in with this browser. Its tries are counted apart, so that a stranger who uses up the tries of an
/// address keeps out nobody who was there before. It opens nothing by itself.
/// </summary>
public sealed class KnownBrowser(IHttpContextAccessor http, IDataProtectionProvider protection, AccountCookies cookies)
{
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("known-browser").ToTimeLimitedDataProtector();
    private static readonly TimeSpan Memory = TimeSpan.FromDays(180);

    public void Remember(Guid user) => Http.Response.Cookies.Append(cookies.KnownBrowser, protector.Protect(user.ToString(), Memory), new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = cookies.Secure, Path = "/", IsEssential = true, MaxAge = Memory,
    });

    public bool Knows(Guid user)
    {
        if (Http.Request.Cookies[cookies.KnownBrowser] is not { Length: > 0 } cookie)
        {
            return false;
        }

        try
        {
            return protector.Unprotect(cookie) == user.ToString();
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Outside a request.");
}
