using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Platform.Petitions.Signing;

/// <summary>What somebody typed, kept in their own browser until they confirm, so that the next page can name the address and change it.</summary>
public sealed record SentForm(Guid Campaign, string Name, string Email, string? Country, string? Postcode, bool ShowName, bool WantsUpdates, string Lang, string? From, string? Key);

/// <summary>Two short-lived cookies of the signing journey. They exist only after somebody signed or confirmed, never on a page that is read.</summary>
public sealed class JourneyCookies(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(3);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("signing-journey").ToTimeLimitedDataProtector();

    public void Put<T>(HttpContext http, string name, T value) => http.Response.Cookies.Append(
        name, protector.Protect(JsonSerializer.Serialize(value), Life),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true, Path = "/" });

    public T? Read<T>(HttpContext http, string name)
        where T : class
    {
        if (http.Request.Cookies[name] is not { Length: > 0 } cookie)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(cookie));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Too old, or not ours: as if it were not there.
            return null;
        }
    }

    public static class Names
    {
        public const string Sent = "sent";
        public const string Signed = "signed";
    }
}
