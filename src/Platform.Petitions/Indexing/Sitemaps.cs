using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Directory;
using Platform.Petitions.Organisations;
using Platform.Petitions.Site;

namespace Platform.Petitions.Indexing;

/// <summary>
/// Every address that search engines may show: listed petitions, organisations that have some, fixed pages. An organisation with its own domain is
/// a site of its own. Parts begin at the id the one before ended at, so that a part is one walk along an index, wherever it lies.
/// </summary>
public sealed class Sitemaps(PetitionsDb db, CampaignLists lists, TenantContext tenant, Links links, Catalogue catalogue, FixedPages pages, SitemapOptions options)
{
    // Read at once; what they become in eight languages is some hundred KB.
    private const int Step = 100;

    /// <summary>Where the parts of this site begin.</summary>
    public async Task<(IReadOnlyList<Guid> Organisations, IReadOnlyList<Guid> Petitions)> PartsAsync(CancellationToken ct) => tenant.Id is null
        ? (await BeginningsAsync(Organisations().Select(o => o.Id), ct), await BeginningsAsync(Petitions().Select(c => c.Id), ct))
        : ([], await BeginningsAsync(Petitions().Select(c => c.Id), ct));

    /// <summary>The host's own pages; false hosts have none.</summary>
    public async Task<string> PagesAsync(CancellationToken ct) => SitemapWriter.Part(tenant.Id is { } id ? await OrganisationsAsync([id], ct) : await PlatformPagesAsync(ct));

    public IAsyncEnumerable<SitemapPage> OrganisationsFrom(Guid from, CancellationToken ct) => StepsAsync(Organisations().Select(o => o.Id).Where(id => id >= from), OrganisationsAsync, ct);

    public IAsyncEnumerable<SitemapPage> PetitionsFrom(Guid from, CancellationToken ct) => StepsAsync(Petitions().Select(c => c.Id).Where(id => id >= from), PetitionsAsync, ct);

    /// <summary>Whether this host has a map: the platform, and organisations on their own domain. Their subdomain is a second way to pages of the platform.</summary>
    public async Task<bool> AreHereAsync(CancellationToken ct) => tenant.Id is not { } id || await db.Organisations.AnyAsync(o => o.Id == id && o.Domain != null && o.SuspendedAt == null, ct);

    /// <summary>A part, a few pages at a time: who reads it slowly holds neither a connection nor the whole of it in memory.</summary>
    private async IAsyncEnumerable<SitemapPage> StepsAsync(IQueryable<Guid> from, Func<Guid[], CancellationToken, Task<IEnumerable<SitemapPage>>> read, [EnumeratorCancellation] CancellationToken ct)
    {
        var ids = await from.OrderBy(id => id).Take(options.PartSize).ToListAsync(ct);
        foreach (var step in ids.Chunk(Step))
        {
            foreach (var page in await read(step, ct))
            {
                yield return page;
            }
        }
    }

    private async Task<IEnumerable<SitemapPage>> PetitionsAsync(Guid[] ids, CancellationToken ct)
    {
        var rows = await Petitions().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).Select(c => new
        {
            c.Slug,
            c.Language,
            c.PublishedAt,
            c.ClosedAt,
            Organisation = db.Organisations.Where(o => o.Id == c.TenantId).Select(o => new { o.Slug, o.Domain }).First(),
            Languages = c.Texts.Where(t => t.ApprovedAt != null).Select(t => t.Language).Distinct().ToList(),
            WordedAt = c.Texts.Max(t => t.ApprovedAt),
            HappenedAt = db.Timeline.Where(e => e.TenantId == c.TenantId && e.CampaignId == c.Id).Max(e => (DateTimeOffset?)e.At),
        }).ToListAsync(ct);
        return rows.Select(r =>
        {
            var address = links.Campaign(r.Organisation.Slug, r.Slug, domain: r.Organisation.Domain);
            var changed = new[] { r.PublishedAt, r.ClosedAt, r.WordedAt, r.HappenedAt }.Max();
            return new SitemapPage(address, r.Languages.Count > 1 ? LanguageLinks.Of(address, r.Languages.Order(StringComparer.Ordinal), r.Language) : [], changed);
        });
    }

    private async Task<IEnumerable<SitemapPage>> OrganisationsAsync(Guid[] ids, CancellationToken ct)
    {
        var listed = lists.Listed;
        var rows = await Organisations().Where(o => ids.Contains(o.Id)).OrderBy(o => o.Id)
            .Select(o => new { o.Slug, o.Domain, o.Language, ChangedAt = listed.Where(c => c.TenantId == o.Id).Max(c => c.PublishedAt) }).ToListAsync(ct);
        return rows.Select(r => InAll(links.Organisation(r.Slug, r.Domain), r.Language, r.ChangedAt));
    }

    private IQueryable<Campaign> Petitions() => tenant.Id is null
        ? lists.Listed.Where(c => db.Organisations.Any(o => o.Id == c.TenantId && o.Domain == null))
        : lists.Listed;

    private IQueryable<Organisation> Organisations()
    {
        var listed = lists.Listed;
        return tenant.Id is { } id
            ? db.Organisations.Where(o => o.Id == id)
            : db.Organisations.Where(o => o.SuspendedAt == null && o.Domain == null && listed.Any(c => c.TenantId == o.Id));
    }

    private async Task<List<SitemapPage>> PlatformPagesAsync(CancellationToken ct)
    {
        var found = new List<SitemapPage> { InAll(links.To("/"), catalogue.Default.Code), InAll(links.To("/search"), catalogue.Default.Code), InAll(links.To("/contact"), catalogue.Default.Code) };
        foreach (var key in BuiltInPages.Keys)
        {
            if (await pages.FindAsync(null, key, catalogue.Default.Code, ct) is FixedPage.Shown)
            {
                found.Add(InAll(links.To("/about/" + key), catalogue.Default.Code));
            }
        }

        return found;
    }

    private SitemapPage InAll(Uri address, string main, DateTimeOffset? changed = null) => new(address, LanguageLinks.Of(address, catalogue.Languages.Select(l => l.Code), main), changed);

    private async Task<List<Guid>> BeginningsAsync(IQueryable<Guid> ids, CancellationToken ct)
    {
        var beginnings = new List<Guid>();
        var next = await ids.OrderBy(id => id).Select(id => (Guid?)id).FirstOrDefaultAsync(ct);
        while (next is { } from && beginnings.Count < SitemapOptions.MostParts)
        {
            beginnings.Add(from);
            next = await ids.Where(id => id >= from).OrderBy(id => id).Skip(options.PartSize).Select(id => (Guid?)id).FirstOrDefaultAsync(ct);
        }

        return beginnings;
    }
}

/// <summary>Section <c>Sitemap</c>.</summary>
public sealed record SitemapOptions
{
    /// <summary>An index names no more, by its rules.</summary>
    public const int MostParts = 20_000;

    /// <summary>Pages in a part. Each stands there once for every language, and no more than 50,000 may.</summary>
    public int PartSize { get; init; } = 2_000;
}
