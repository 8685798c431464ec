using Microsoft.EntityFrameworkCore;
using Platform.Core.Modules;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Database;

namespace Platform.Petitions.Campaigns;

/// <summary>What other modules may know of campaigns.</summary>
internal sealed class CampaignDirectory(PetitionsDb db, TenantContext tenant, Links links, DatabaseClock clock) : ICampaignDirectory
{
    private const int Most = 300;

    public async Task<CampaignEntry?> FindAsync(string slug, string language, CancellationToken ct) =>
        (await ReadAsync(db.Campaigns.Where(c => c.Slug == slug), language, ct)).Find(found => found.Public)?.Entry;

    public async Task<CampaignEntry?> FindAsync(Guid id, string language, CancellationToken ct) =>
        (await ReadAsync(db.Campaigns.Where(c => c.Id == id), language, ct)).FirstOrDefault()?.Entry;

    public async Task<IReadOnlyList<CampaignEntry>> AllAsync(string language, CancellationToken ct) =>
        (await ReadAsync(db.Campaigns.Where(c => c.PublishedAt != null).OrderByDescending(c => c.PublishedAt).Take(Most), language, ct)).ConvertAll(found => found.Entry);

    public async Task<OrganisationEntry?> OrganisationAsync(CancellationToken ct) =>
        await db.Organisations.Where(o => o.Id == tenant.Id).Select(o => new OrganisationEntry(o.Id, o.Slug, o.Name, o.Language)).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> organisations, CancellationToken ct) =>
        await db.Organisations.Where(o => organisations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);

    private async Task<List<Found>> ReadAsync(IQueryable<Campaign> campaigns, string language, CancellationToken ct)
    {
        var found = await campaigns.AsNoTracking().Include(c => c.Texts).ToListAsync(ct);
        if (found.Count == 0)
        {
            return [];
        }

        var (now, organisation) = (await clock.NowAsync(ct), await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == tenant.Id, ct));

        // In a job nobody came by an address; the platform's own host then leads everywhere.
        var root = tenant.Slug.Length > 0 ? tenant.Root : "/" + organisation.Slug;
        return found.ConvertAll(c =>
        {
            var state = PageRule.StateOf(c, now);
            var title = (c.TextIn(language) ?? c.TextIn(c.Language))?.Title ?? c.Slug;
            return new Found(
                new CampaignEntry(c.Id, c.Slug, title, $"{root}/{c.Slug}", links.Campaign(organisation.Slug, c.Slug, domain: organisation.Domain), state == PageState.Open && !c.Hidden, c.Language),
                PageRule.Of(state).Words);
        });
    }

    private sealed record Found(CampaignEntry Entry, bool Public);
}
