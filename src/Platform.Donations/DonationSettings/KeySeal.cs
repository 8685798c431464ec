using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Platform.Donations.DonationSettings;

/// <summary>Keeps an organisation's keys so that the database alone does not give them away, and no page ever does.</summary>
public sealed class KeySeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("donations.keys");

    public string Seal(string key) => protector.Protect(key);

    /// <returns>Null when it was sealed with keys this platform does not have: after a restore elsewhere, the organisation enters it anew.</returns>
    public string? Open(string? sealedKey)
    {
        try
        {
            return sealedKey is null ? null : protector.Unprotect(sealedKey);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
