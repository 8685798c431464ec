using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Donations.Giving;

/// <summary>Links that stand for an account: signed. Who has one sees or stops that gift and no other.</summary>
public sealed class GiftLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector manage = protection.CreateProtector("donations.manage");

    /// <summary>For looking after a gift: stopping a monthly one.</summary>
    public string Manage(Guid gift) => Make(manage, gift);

    public Guid? ReadManage(string token) => Read(manage, token);

    private static string Make(IDataProtector protector, Guid gift) => WebEncoders.Base64UrlEncode(protector.Protect(gift.ToByteArray()));

    private static Guid? Read(IDataProtector protector, string token)
    {
        try
        {
            return new Guid(protector.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
