using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;
using Platform.Petitions.Secrets;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.CoSponsors;

/// <summary>People who stand behind a campaign before anybody reviews it. They come by a secret link; enough of them send it to review.</summary>
public sealed class CoSponsoring(PetitionsDb db, CampaignMoves moves, AfterSubmit afterSubmit, Keyring keyring, TimeProvider clock)
{
    private const int KeyLength = 16;

    // Who never confirms holds a place only so long: else anybody with the link could fill it up with invented addresses.
    private static readonly TimeSpan PlaceHeld = TimeSpan.FromDays(3);

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

    /// <summary>Places that are taken: confirmed co-sponsors, and who has not had the time to confirm yet.</summary>
    public Task<int> TakenAsync(Guid campaignId, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - PlaceHeld;
        return db.Signatures.CountAsync(s => s.CampaignId == campaignId && s.CoSponsor
            && (s.State == SignatureState.Confirmed || (s.State == SignatureState.Pending && s.SubmittedAt > since)), ct);
    }

    public async Task<bool> EnoughAsync(Campaign campaign, CancellationToken ct) =>
        await CountAsync(campaign, ct) >= await NeededAsync(ct);

    public Task<int> NeededAsync(CancellationToken ct) =>
        db.Organisations.Where(o => o.Id == db.CurrentTenantId).Select(o => o.MinimumCoSponsors).SingleAsync(ct);

    public Task<int> MostAsync(CancellationToken ct) =>
        db.Organisations.Where(o => o.Id == db.CurrentTenantId).Select(o => o.MaximumCoSponsors).SingleAsync(ct);

    /// <summary>Somebody has confirmed: the organiser hears how many there are, and enough of them send the campaign to review.</summary>
    public async Task JoinedAsync(Guid campaignId, CancellationToken ct)
    {
        await TellAsync(campaignId, ct);
        await SubmitWhenEnoughAsync(campaignId, ct);
    }

    /// <summary>
    /// One mail for each co-sponsor that nobody was told of, with the number so far; none for the one who makes it enough, whom the
    /// receipt of the submission speaks of. The signature's own event says that it was told, so that a repetition tells nothing.
    /// </summary>
    public async Task TellAsync(Guid campaignId, CancellationToken ct)
    {
        var (tenant, needed) = (db.CurrentTenantId, await NeededAsync(ct));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from petitions.campaigns where tenant_id = {tenant} and id = {campaignId} for update", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            with joined as (
                select s.id, row_number() over (order by s.number) as place from petitions.signatures s
                join petitions.campaigns c on c.tenant_id = s.tenant_id and c.id = s.campaign_id
                where s.tenant_id = {tenant} and s.campaign_id = {campaignId} and c.status = 1 and s.co_sponsor and s.state = 1
            ), told as (
                insert into petitions.signature_events (tenant_id, campaign_id, signature_id, kind, actor)
                select {tenant}, {campaignId}, j.id, 'co-sponsor-told', 'clock' from joined j
                where not exists (
                    select from petitions.signature_events e where e.tenant_id = {tenant} and e.campaign_id = {campaignId} and e.signature_id = j.id and e.kind = 'co-sponsor-told')
                returning signature_id
            )
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, detail, attempts, outcome)
            select {tenant}, {campaignId}, {MailKind.CoSponsorJoined}, t.signature_id, j.place::text, 0, 0
            from told t join joined j on j.id = t.signature_id where j.place < {needed}
            """, ct);
        await transaction.CommitAsync(ct);
    }

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
