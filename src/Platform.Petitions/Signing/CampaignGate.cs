using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Signing;

/// <summary>Finds a campaign in the current organisation: by its slug from memory, some seconds old at most; else from the database.</summary>
public sealed class CampaignGate(PetitionsDb db, TenantContext tenant, CampaignGates gates)
{
    public async Task<GateCampaign?> FindAsync(string slug, CancellationToken ct) =>
        tenant.Id is { } id ? await gates.FindAsync(id, slug, ct) : null;

    /// <summary>By the secret of a co-sponsor link; never from memory.</summary>
    public Task<GateCampaign?> FindByKeyAsync(byte[] keyHash, CancellationToken ct) =>
        LoadAsync(db, db.Campaigns.Where(c => c.CoSponsorKeyHash == keyHash), ct);

    public Task<GateCampaign?> FindAsync(Guid id, CancellationToken ct) => LoadAsync(db, db.Campaigns.Where(c => c.Id == id), ct);

    internal static async Task<GateCampaign?> LoadAsync(PetitionsDb db, IQueryable<Campaign> query, CancellationToken ct)
    {
        var campaign = await query.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(ct);
        if (campaign is null)
        {
            return null;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct);
        var wordings = campaign.Texts.Select(t => t.Language).Distinct().Select(campaign.TextIn).OfType<CampaignText>().ToDictionary(t => t.Language, t => (t.Title, t.Version));
        var approved = campaign.Texts.Where(t => t.ApprovedAt is not null).Select(t => t.Version).ToHashSet();
        return new GateCampaign(
            campaign.TenantId, campaign.Id, campaign.Slug, organisation.Slug, organisation.Name, campaign.Status, campaign.Hidden, campaign.OpensAt, campaign.ClosesAt,
            campaign.Language, campaign.Country, campaign.AsksPostcode, campaign.PublicNames, approved, campaign.ChallengedUntil, wordings)
        {
            Eligibility = campaign.Eligibility,
            ShareTexts = [.. campaign.ShareTexts.Where(t => t.IsOffered)],
        };
    }
}
