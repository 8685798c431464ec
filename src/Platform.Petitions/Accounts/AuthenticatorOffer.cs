using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Platform.Petitions.Accounts;

/// <summary>A new authenticator key on its way through the form: shown by a GET, which stores nothing, and stored once a code proves that it arrived.</summary>
public sealed class AuthenticatorOffer(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("authenticator-offer").ToTimeLimitedDataProtector();

    public string Seal(Guid user, string key) => protector.Protect($"{user:N}{key}", Life);

    /// <returns>The key; null when it is too old, somebody else's or no offer at all.</returns>
    public string? Open(Guid user, string? offer)
    {
        try
        {
            return offer is { Length: > 0 } && protector.Unprotect(offer) is var text && text.StartsWith($"{user:N}", StringComparison.Ordinal) ? text[32..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
