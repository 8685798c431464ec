using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Directory;

namespace Platform.Petitions.Moderation;

/// <param name="Query">Words in title, demand and text, or nothing.</param>
/// <param name="Organisation">Slug, or nothing for all.</param>
/// <param name="Mark">Only what carries this mark.</param>
public sealed record CampaignFilter(string? Query, CampaignStatus? Status, string? Organisation, string? Topic, string? Tag, ReviewMark? Mark);

public sealed record CampaignLine(
    Guid Id, int Reference, string Title, string Organisation, CampaignStatus Status, bool Hidden, ReviewMark Mark, string? Topic,
    DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt, DateTimeOffset? PublishedAt, DateTimeOffset? ClosesAt);

/// <summary>Staff's search over campaigns in every state and organisation.</summary>
public sealed class CampaignSearch(PetitionsDb db)
{
    public const int PageSize = 50;

    /// <summary>A reference number typed alone, in whatever digits.</summary>
    public static int? ReferenceIn(string? query) => ReferenceNumbers.In(query);

    public Task<Guid?> FindByReferenceAsync(int reference, CancellationToken ct) =>
        db.AcrossTenants<Campaign>().Where(c => c.Reference == reference).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);

    public Task<int> CountAsync(CampaignFilter filter, CancellationToken ct) => Matching(filter).CountAsync(ct);

    public Task<List<CampaignLine>> PageAsync(CampaignFilter filter, int page, CancellationToken ct) =>
        Lines(Matching(filter).OrderByDescending(c => c.CreatedAt).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(ct);

    /// <summary>All of them, for a file; rows are read one after the other.</summary>
    public IAsyncEnumerable<CampaignLine> All(CampaignFilter filter) => Lines(Matching(filter).OrderByDescending(c => c.CreatedAt)).AsAsyncEnumerable();

    public async Task<IReadOnlyDictionary<CampaignStatus, int>> NumbersAsync(CampaignFilter filter, CancellationToken ct) =>
        await Matching(filter with { Status = null }).GroupBy(c => c.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private IQueryable<Campaign> Matching(CampaignFilter filter)
    {
        var campaigns = db.AcrossTenants<Campaign>().AsNoTracking();
        if (filter.Status is { } status)
        {
            campaigns = campaigns.Where(c => c.Status == status);
        }

        if (filter.Topic is { Length: > 0 } topic)
        {
            campaigns = campaigns.Where(c => c.Topic == topic);
        }

        if (filter.Mark is { } mark)
        {
            campaigns = campaigns.Where(c => c.Mark == mark);
        }

        if (filter.Tag is { Length: > 0 } tag)
        {
            tag = tag.Trim().ToLowerInvariant();
            campaigns = campaigns.Where(c => db.AcrossTenants<CampaignTag>().Any(t => t.CampaignId == c.Id && t.Tag == tag));
        }

        if (filter.Organisation is { Length: > 0 } slug)
        {
            campaigns = campaigns.Where(c => db.Organisations.Any(o => o.Id == c.TenantId && o.Slug == slug));
        }

        foreach (var word in (filter.Query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(8))
        {
            var pattern = LikePattern.Containing(word);
            campaigns = campaigns.Where(c => c.Texts.Any(t => EF.Functions.ILike(t.Title, pattern, LikePattern.Sign) || EF.Functions.ILike(t.Demand, pattern, LikePattern.Sign) || EF.Functions.ILike(t.Body, pattern, LikePattern.Sign)));
        }

        return campaigns;
    }

    private IQueryable<CampaignLine> Lines(IQueryable<Campaign> campaigns) => campaigns.Titled()
        .Join(db.Organisations, t => t.Campaign.TenantId, o => o.Id, (t, o) => new { c = t.Campaign, t.Title, o })
        .OrderByDescending(r => r.c.CreatedAt)
        .Select(r => new CampaignLine(
            r.c.Id, r.c.Reference, r.Title, r.o.Name, r.c.Status, r.c.Hidden, r.c.Mark, r.c.Topic, r.c.CreatedAt, r.c.SubmittedAt, r.c.PublishedAt, r.c.ClosesAt));
}
