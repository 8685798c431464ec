using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Counting;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Directory;

/// <summary>Public campaigns as lines of lists: over all organisations, or of the current one.</summary>
public sealed class CampaignLists(PetitionsDb db, TenantContext tenant, Links links)
{
    /// <summary>Everything this request may read: the current organisation's, or all organisations' where the controller says so.</summary>
    internal IQueryable<Campaign> Source => tenant.Id is { } id
        ? db.Campaigns.Where(c => c.TenantId == id)
        : db.AcrossTenants<Campaign>().Where(c => db.Organisations.Any(o => o.Id == c.TenantId && o.SuspendedAt == null));

    internal IQueryable<Campaign> Listed => Source.Listed();

    public Task<int> CountOpenAsync(DateTimeOffset now, CancellationToken ct) => Open(now).CountAsync(ct);

    public async Task<IReadOnlyList<ListedCampaign>> NewestAsync(int most, string language, DateTimeOffset now, CancellationToken ct) =>
        await ReadAsync(await Open(now).OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.CampaignId).Take(most).Select(c => c.CampaignId).ToListAsync(ct), language, now, ct);

    public async Task<IReadOnlyList<ListedCampaign>> MostSignedAsync(int most, string language, DateTimeOffset now, CancellationToken ct) =>
        await ReadAsync(
            // Asked for beside each petition: joined the other way round, PostgreSQL looks for the petition of each count by itself, having no idea how many counts a lock lets through.
            await Open(now).LeftJoin(Counts, c => new { TenantId = c.OrganisationId, c.CampaignId }, n => new { n.TenantId, n.CampaignId }, (c, n) => new { c.CampaignId, c.PublishedAt, Confirmed = n == null ? 0 : n.Confirmed })
                .OrderByDescending(c => c.Confirmed).ThenByDescending(c => c.PublishedAt).ThenByDescending(c => c.CampaignId).Take(most).Select(c => c.CampaignId).ToListAsync(ct),
            language, now, ct);

    /// <summary>Open campaigns whose count grew most over a window up to now, up to a day long. Who left the count is not in it.</summary>
    public async Task<IReadOnlyList<ListedCampaign>> TrendingAsync(TimeSpan window, int most, string language, DateTimeOffset now, CancellationToken ct)
    {
        var from = now - window;
        var grown = await (from c in Open(now)
                           join n in Counts on new { TenantId = c.OrganisationId, c.CampaignId } equals new { n.TenantId, n.CampaignId }
                           where n.ChangedAt > @from
                           let before = db.CountSamples.Where(s => s.TenantId == c.OrganisationId && s.CampaignId == c.CampaignId && s.At <= @from)
                               .OrderByDescending(s => s.At).Select(s => (long?)s.Confirmed).FirstOrDefault()
                           where before != null || c.PublishedAt > @from
                           let growth = n.Confirmed - (before ?? 0)
                           where growth > 0
                           orderby growth descending, c.PublishedAt descending, c.CampaignId descending
                           select new { Id = c.CampaignId, growth }).Take(most).ToListAsync(ct);
        var lines = await ReadAsync([.. grown.Select(g => g.Id)], language, now, ct);
        return [.. lines.Zip(grown, (line, g) => line with { Note = new ListedNote("home.grown", g.growth) })];
    }

    public async Task<IReadOnlyList<ListedCampaign>> ClosingSoonAsync(int most, string language, DateTimeOffset now, CancellationToken ct) =>
        await ReadAsync(await Open(now).OrderBy(c => c.ClosesAt).ThenByDescending(c => c.CampaignId).Take(most).Select(c => c.CampaignId).ToListAsync(ct), language, now, ct);

    /// <summary>All of the current organisation's public campaigns, open ones first.</summary>
    public async Task<IReadOnlyList<ListedCampaign>> AllAsync(int most, string language, DateTimeOffset now, CancellationToken ct) =>
        await ReadAsync(
            await Listed.OrderByDescending(c => c.Status == CampaignStatus.Published && now < c.ClosesAt).ThenByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id)
                .Take(most).Select(c => c.Id).ToListAsync(ct),
            language, now, ct);

    /// <summary>Those of the named campaigns that lists may show.</summary>
    public async Task<IReadOnlyList<ListedCampaign>> ListedAsync(IReadOnlyList<Guid> ids, string language, DateTimeOffset now, CancellationToken ct)
    {
        var listed = await Listed.Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);
        return await ReadAsync([.. ids.Where(listed.Contains)], language, now, ct);
    }

    /// <param name="language">Titles are shown in it where they exist.</param>
    /// <returns>In the order of the ids.</returns>
    public async Task<IReadOnlyList<ListedCampaign>> ReadAsync(List<Guid> ids, string language, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await Source.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new
        {
            Campaign = c,
            Organisation = db.Organisations.Where(o => o.Id == c.TenantId).Select(o => new { o.Slug, o.Name, o.Domain }).First(),
            Count = db.Counts.Where(n => n.CampaignId == c.Id).Select(n => n.Confirmed).FirstOrDefault(),
            Picture = db.Pictures.Where(p => p.TenantId == c.TenantId && p.Id == c.PictureId).FirstOrDefault(),
            Titles = c.Texts.Where(t => t.ApprovedAt != null).Select(t => new { t.Language, t.Version, t.Title }).ToList(),
        }).ToListAsync(ct);
        var places = ids.Index().ToDictionary(id => id.Item, id => id.Index);
        return [.. rows.OrderBy(r => places[r.Campaign.Id]).Select(r =>
        {
            var newest = r.Titles.OrderByDescending(t => t.Language == language).ThenByDescending(t => t.Language == r.Campaign.Language).ThenByDescending(t => t.Version).First();
            return new ListedCampaign
            {
                Id = r.Campaign.Id,
                Address = Address(r.Organisation.Slug, r.Campaign.Slug),
                PublicAddress = links.Campaign(r.Organisation.Slug, r.Campaign.Slug, domain: r.Organisation.Domain),
                Reference = r.Campaign.Reference,
                OrganisationSlug = r.Organisation.Slug,
                OrganisationName = r.Organisation.Name,
                Topic = r.Campaign.Topic,
                Country = r.Campaign.Country,
                PublishedAt = r.Campaign.PublishedAt,
                Language = newest.Language,
                Original = newest.Language == r.Campaign.Language,
                Title = newest.Title,
                Picture = PictureView.Of(r.Campaign, r.Picture),
                DecisionMakers = r.Campaign.DecisionMakers,
                Count = r.Count,
                Goal = GoalLadder.Next(r.Count, r.Campaign.Goal),
                Open = r.Campaign.Status == CampaignStatus.Published && now < r.Campaign.ClosesAt,
                ClosesAt = r.Campaign.ClosedAt ?? r.Campaign.ClosesAt,
                Zone = TimeZoneInfo.TryFindSystemTimeZoneById(r.Campaign.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc,
            };
        })];
    }

    internal async Task<string?> AddressAsync(Guid id, CancellationToken ct) =>
        await Source.Where(c => c.Id == id).Select(c => new { c.Slug, Organisation = db.Organisations.Where(o => o.Id == c.TenantId).Select(o => o.Slug).First() })
            .SingleOrDefaultAsync(ct) is { } found ? Address(found.Organisation, found.Slug) : null;

    private IQueryable<CampaignCount> Counts => tenant.Id is null ? db.AcrossTenants<CampaignCount>() : db.Counts;

    private IQueryable<Listing> Open(DateTimeOffset now) => (tenant.Id is { } id
        ? db.Listings.Where(l => l.OrganisationId == id)
        : db.Listings.Where(l => !db.Organisations.Any(o => o.Id == l.OrganisationId && o.SuspendedAt != null))).Where(l => l.Taking && now < l.ClosesAt);

    // On an organisation's own host its campaigns stand at the root.
    private string Address(string organisation, string campaign) => tenant.Id is null ? $"/{organisation}/{campaign}" : $"{tenant.Root}/{campaign}";
}
