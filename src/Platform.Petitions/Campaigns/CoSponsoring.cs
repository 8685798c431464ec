using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Moderation;
using Platform.Petitions.Secrets;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Campaigns;

/// <summary>People who stand behind a campaign before anybody reviews it. They come by a secret link; enough of them send it to review.</summary>
public sealed class CoSponsoring(PetitionsDb db, CampaignMoves moves, AfterSubmit afterSubmit, Keyring keyring, TimeProvider clock)
{
    private const int KeyLength = 16;

    /// <summary>What the link ends in: 128 bits that follow from the campaign and the platform's secret; the row keeps the hash only.</summary>
    public string KeyOf(Campaign campaign) =>
        WebEncoders.Base64UrlEncode(keyring.For("co-sponsor-link").Sign(campaign.Id.ToByteArray()).AsSpan(0, KeyLength));

    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>The campaign a link belongs to, with its texts, in whatever state; null when the key opens nothing here.</summary>
    public Task<Campaign?> FindAsync(string key, CancellationToken ct)
    {
        var hash = Hash(key);
        return db.Campaigns.Include(c => c.Texts).SingleOrDefaultAsync(c => c.CoSponsorKeyHash == hash, ct);
    }

    /// <summary>Opens the gathering: the campaign leaves the desk with its secret link.</summary>
    public Task<MoveRefusal> GatherAsync(Campaign campaign, CancellationToken ct) => moves.RunAsync(campaign, CampaignMove.Gather, c =>
    {
        var refusal = c.Gather(clock.GetUtcNow());
        if (refusal == MoveRefusal.None)
        {
            c.OfferCoSponsorLink(Hash(KeyOf(c)));
        }

        return refusal;
    }, ct);

    /// <summary>Co-sponsors who have confirmed.</summary>
    public Task<int> CountAsync(Campaign campaign, CancellationToken ct) =>
        db.Signatures.CountAsync(s => s.CampaignId == campaign.Id && s.CoSponsor && s.State == SignatureState.Confirmed, ct);

    public async Task<bool> EnoughAsync(Campaign campaign, CancellationToken ct) =>
        await CountAsync(campaign, ct) >= await NeededAsync(ct);

    public Task<int> NeededAsync(CancellationToken ct) =>
        db.Organisations.Where(o => o.Id == db.CurrentTenantId).Select(o => o.MinimumCoSponsors).SingleAsync(ct);

    /// <summary>Sends a gathering campaign to review once enough have confirmed. Two callers at once do it once.</summary>
    /// <returns>True when this call sent it.</returns>
    public async Task<bool> SubmitWhenEnoughAsync(Guid campaignId, CancellationToken ct)
    {
        var campaign = await db.Campaigns.Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == campaignId && c.Status == CampaignStatus.Gathering, ct);
        if (campaign is null || !await EnoughAsync(campaign, ct))
        {
            return false;
        }

        try
        {
            if (await moves.RunAsync(campaign, CampaignMove.Submit, c => c.Submit(MoveActor.Clock, clock.GetUtcNow()), ct) != MoveRefusal.None)
            {
                return false;
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another worker or the organiser moved it in the same moment; what they did stands.
            db.ChangeTracker.Clear();
            return false;
        }

        await afterSubmit.RunAsync(campaign, ct);
        return true;
    }
}
