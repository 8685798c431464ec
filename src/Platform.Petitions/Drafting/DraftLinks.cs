using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Secrets;

namespace Platform.Petitions.Drafting;

/// <summary>Secret links to a draft. A link's secret follows from its id and the platform's key; the row keeps the hash only.</summary>
public sealed class DraftLinks(PetitionsDb db, Keyring keyring, TimeProvider clock)
{
    private const int SecretLength = 16;

    public string TokenOf(Guid link) =>
        WebEncoders.Base64UrlEncode(keyring.For("draft-link").Sign(link.ToByteArray()).AsSpan(0, SecretLength));

    public DraftLink Offer(Guid campaign, int days, bool needsAccount)
    {
        var id = Guid.CreateVersion7();
        var link = new DraftLink { Id = id, CampaignId = campaign, TokenHash = Hash(TokenOf(id)), NeedsAccount = needsAccount, ExpiresAt = clock.GetUtcNow().AddDays(days) };
        db.DraftLinks.Add(link);
        return link;
    }

    /// <summary>The link a token opens now; null when it expired, was revoked or never was.</summary>
    public Task<DraftLink?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (Hash(token), clock.GetUtcNow());
        return db.DraftLinks.SingleOrDefaultAsync(l => l.TokenHash == hash && l.RevokedAt == null && l.ExpiresAt > now, ct);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
