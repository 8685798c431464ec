using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Signing;

/// <summary>What signing must know of a campaign, from memory.</summary>
public sealed record GateCampaign(
    Guid TenantId, Guid Id, string Slug, string OrganisationSlug, string Organisation, CampaignStatus Status, bool Hidden, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt,
    string Language, string? Country, bool AsksPostcode, bool PublicNames, int TextVersion, IReadOnlyDictionary<string, (string Title, int Version)> Wordings)
{
    /// <summary>The title in a language, else in the campaign's own.</summary>
    public string TitleIn(string language) => In(language).Title;

    /// <summary>Version of the wording somebody reads in a language.</summary>
    public int WordingIn(string language) => In(language).Version;

    private (string Title, int Version) In(string language) =>
        Wordings.TryGetValue(language, out var wording) || Wordings.TryGetValue(Language, out wording) ? wording : ("", 0);

    public bool IsOpen(DateTimeOffset now) => Status == CampaignStatus.Published && (OpensAt is null || OpensAt <= now) && now < ClosesAt;
}

/// <summary>Finds a campaign by its slug in the current organisation; some seconds old at most. The writer asks the database once more.</summary>
public sealed class CampaignGate(PetitionsDb db, TenantContext tenant, IMemoryCache cache)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    public async Task<GateCampaign?> FindAsync(string slug, CancellationToken ct)
    {
        var key = ("gate", tenant.Id, slug);
        if (!cache.TryGetValue(key, out GateCampaign? found))
        {
            found = await LoadAsync(db.Campaigns.Where(c => c.Slug == slug), ct);
            cache.Set(key, found, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Freshness, Size = 1 });
        }

        return found;
    }

    /// <summary>By the secret of a co-sponsor link; never cached.</summary>
    public Task<GateCampaign?> FindByKeyAsync(byte[] keyHash, CancellationToken ct) =>
        LoadAsync(db.Campaigns.Where(c => c.CoSponsorKeyHash == keyHash), ct);

    public Task<GateCampaign?> FindAsync(Guid id, CancellationToken ct) => LoadAsync(db.Campaigns.Where(c => c.Id == id), ct);

    private async Task<GateCampaign?> LoadAsync(IQueryable<Campaign> query, CancellationToken ct)
    {
        var campaign = await query.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(ct);
        if (campaign is null)
        {
            return null;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == campaign.TenantId, ct);
        var wordings = campaign.Texts.Select(t => t.Language).Distinct().Select(campaign.TextIn).OfType<CampaignText>().ToDictionary(t => t.Language, t => (t.Title, t.Version));
        return new GateCampaign(
            campaign.TenantId, campaign.Id, campaign.Slug, organisation.Slug, organisation.Name, campaign.Status, campaign.Hidden, campaign.OpensAt, campaign.ClosesAt,
            campaign.Language, campaign.Country, campaign.AsksPostcode, campaign.PublicNames, campaign.TextVersion, wordings);
    }
}
