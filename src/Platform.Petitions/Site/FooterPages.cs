using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Database;

namespace Platform.Petitions.Site;

/// <summary>A fixed page in the footer, by its own title.</summary>
public sealed record FooterLink(string Address, string Title);

/// <summary>The fixed pages that exist here, in their order. From memory, a few seconds old at most: the footer stands on every page, that of an outage too.</summary>
public sealed class FooterPages(PetitionsDb db, TenantContext tenant, Localiser texts, IMemoryCache cache)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<FooterLink>> ListAsync()
    {
        var rows = await cache.GetOrCreateAsync(("footer", tenant.Id), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Freshness;
            entry.Size = 1;
            return ReadAsync(tenant.Id);
        }) ?? [];
        return [.. BuiltInPages.Keys.Select(key => LinkTo(key, rows.FindAll(r => r.Key == key))).OfType<FooterLink>()];
    }

    private async Task<List<Row>> ReadAsync(Guid? owner)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return await db.SitePages.AsNoTracking().Where(p => p.TenantId == null || p.TenantId == owner)
                .Select(p => new Row(p.TenantId, p.Key, p.Language, p.Body == "" ? "" : p.Title, p.Disabled)).ToListAsync(patience.Token);
        }
        catch (Exception problem) when (problem.IsDatabaseOutage() || problem is OperationCanceledException or InvalidOperationException)
        {
            // The database is away or slow, or an outage left this request's context in the middle of something: the pages that come with the product are named, so that even the page that says so has its foot.
            return [];
        }
    }

    private FooterLink? LinkTo(string key, List<Row> rows)
    {
        var ours = tenant.Id is { } id && rows.Exists(r => r.TenantId == id);
        var valid = rows.FindAll(r => ours ? r.TenantId == tenant.Id : r.TenantId is null);
        if (valid.Exists(r => r.Disabled))
        {
            return null;
        }

        var own = valid.Find(r => r.Language == texts.Language.Code && r.Title.Length > 0);
        // The built-in titles are whole headings; the footer has short words for them.
        return new FooterLink($"{(ours ? tenant.Root : "")}/about/{key}", own?.Title ?? texts["layout." + key]);
    }

    private sealed record Row(Guid? TenantId, string Key, string Language, string Title, bool Disabled);
}
