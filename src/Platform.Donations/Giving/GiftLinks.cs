using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Modules;
using Platform.Core.Tenancy;

namespace Platform.Donations.Giving;

/// <summary>Links that stand for an account: signed. Who has one sees or stops that gift and no other.</summary>
public sealed class GiftLinks(IDataProtectionProvider protection, Links links)
{
    private readonly IDataProtector manage = protection.CreateProtector("donations.manage");

    /// <summary>For looking after a gift: stopping a monthly one. A renewal is looked after with the gift it repeats.</summary>
    public string Manage(Donation gift) => WebEncoders.Base64UrlEncode(manage.Protect((gift.RenewalOf ?? gift.Id).ToByteArray()));

    /// <summary>The same as an address for mails.</summary>
    /// <param name="campaign">Null for a gift to the platform.</param>
    public Uri ManageAddress(Donation gift, CampaignEntry? campaign) => new($"{(campaign?.Address ?? links.To("")).AbsoluteUri.TrimEnd('/')}/give/manage/{Manage(gift)}");

    public Guid? ReadManage(string token)
    {
        try
        {
            return new Guid(manage.Unprotect(WebEncoders.Base64UrlDecode(token)));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
