using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Counting;

namespace Platform.Petitions.Directory;

/// <summary>Public campaigns as lines of lists: over all organisations, or of the current one.</summary>
public sealed class CampaignLists(PetitionsDb db, TenantContext tenant)
{
    /// <summary>Everything this request may read: the current organisation's, or all organisations' where the controller says so.</summary>
    internal IQueryable<Campaign> Source => tenant.Id is { } id
        ? db.Campaigns.Where(c => c.TenantId == id)
        : db.AcrossTenants<Campaign>().Where(c => db.Organisations.Any(o => o.Id == c.TenantId && o.SuspendedAt == null));

    internal IQueryable<Campaign> Listed => Source.Listed();

    public Task<int> CountOpenAsync(DateTimeOffset now, CancellationToken ct) => Open(now).CountAsync(ct);

    public async Task<IReadOnlyList<ListedCampaign>> NewestAsync(int most, string language, DateTimeOffset now, CancellationToken ct) =>
        await ReadAsync(await Open(now).OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(most).Select(c => c.Id).ToListAsync(ct), language, now, ct);

    public async Task<IReadOnlyList<ListedCampaign>> MostSignedAsync(int most, string language, DateTimeOffset now, CancellationToken ct) =>
        await ReadAsync(
            await Open(now).OrderByDescending(c => db.Counts.Where(n => n.CampaignId == c.Id).Select(n => n.Confirmed).FirstOrDefault()).ThenByDescending(c => c.PublishedAt)
                .ThenByDescending(c => c.Id).Take(most).Select(c => c.Id).ToListAsync(ct),
            language, now, ct);

    public async Task<IReadOnlyList<ListedCampaign>> ClosingSoonAsync(int most, string language, DateTimeOffset now, CancellationToken ct) =>
        await ReadAsync(await Open(now).OrderBy(c => c.ClosesAt).ThenByDescending(c => c.Id).Take(most).Select(c => c.Id).ToListAsync(ct), language, now, ct);

    /// <summary>All of the current organisation's public campaigns, open ones first.</summary>
    public async Task<IReadOnlyList<ListedCampaign>> AllAsync(int most, string language, DateTimeOffset now, CancellationToken ct) =>
        await ReadAsync(
            await Listed.OrderByDescending(c => c.Status == CampaignStatus.Published && now < c.ClosesAt).ThenByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id)
                .Take(most).Select(c => c.Id).ToListAsync(ct),
            language, now, ct);

    /// <param name="language">Titles are shown in it where they exist.</param>
    /// <returns>In the order of the ids.</returns>
    public async Task<IReadOnlyList<ListedCampaign>> ReadAsync(List<Guid> ids, string language, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await Source.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new
        {
            Campaign = c,
            Organisation = db.Organisations.Where(o => o.Id == c.TenantId).Select(o => new { o.Slug, o.Name }).First(),
            Count = db.Counts.Where(n => n.CampaignId == c.Id).Select(n => n.Confirmed).FirstOrDefault(),
            Titles = c.Texts.Where(t => t.ApprovedAt != null).Select(t => new { t.Language, t.Version, t.Title }).ToList(),
        }).ToListAsync(ct);
        return [.. rows.OrderBy(r => ids.IndexOf(r.Campaign.Id)).Select(r =>
        {
            var newest = r.Titles.OrderByDescending(t => t.Language == language).ThenByDescending(t => t.Language == r.Campaign.Language).ThenByDescending(t => t.Version).First();
            return new ListedCampaign
            {
                Id = r.Campaign.Id,
                Address = Address(r.Organisation.Slug, r.Campaign.Slug),
                OrganisationName = r.Organisation.Name,
                Language = newest.Language,
                Original = newest.Language == r.Campaign.Language,
                Title = newest.Title,
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

    private IQueryable<Campaign> Open(DateTimeOffset now) => Listed.Where(c => c.Status == CampaignStatus.Published && now < c.ClosesAt);

    // On an organisation's own host its campaigns stand at the root.
    private string Address(string organisation, string campaign) => tenant.Id is null ? $"/{organisation}/{campaign}" : $"{tenant.Root}/{campaign}";
}
