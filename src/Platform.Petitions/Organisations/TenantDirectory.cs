using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.Branding;
using Platform.Petitions.Database;

namespace Platform.Petitions.Organisations;

/// <summary>
/// Finds organisations by slug or domain; remembers answers, also "nobody", for some seconds. While the database is away a known
/// organisation stays known, so that its kept pages can be served.
/// </summary>
public sealed class TenantDirectory(IServiceScopeFactory scopes, IMemoryCache cache, TimeProvider clock) : ITenantDirectory
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public ValueTask<TenantEntry?> FindBySlugAsync(string slug, CancellationToken ct) =>
        Find(("slug", slug), db => db.Organisations.Where(o => o.Slug == slug), ct);

    public ValueTask<TenantEntry?> FindByDomainAsync(string domain, CancellationToken ct) =>
        Find(("domain", domain), db => db.Organisations.Where(o => o.Domain == domain), ct);

    /// <summary>What is new about an organisation shows at once, on this node; also where its address was tried before.</summary>
    public void Forget(string slug, string? domain = null)
    {
        cache.Remove(("slug", slug));
        if (domain is not null)
        {
            cache.Remove(("domain", domain));
        }
    }

    private ValueTask<TenantEntry?> Find((string, string) key, Func<PetitionsDb, IQueryable<Organisation>> query, CancellationToken ct)
    {
        var known = cache.Get<Known>(key);
        return known is not null && clock.GetElapsedTime(known.At) < Freshness ? new(known.Entry) : new(ReadOrKnownAsync(key, query, known, ct));
    }

    private async Task<TenantEntry?> ReadOrKnownAsync((string, string) key, Func<PetitionsDb, IQueryable<Organisation>> query, Known? known, CancellationToken ct)
    {
        try
        {
            return await ReadAsync(key, query, ct);
        }
        catch (Exception outage) when (known?.Entry is not null && outage.IsDatabaseOutage())
        {
            return known?.Entry;
        }
    }

    private async Task<TenantEntry?> ReadAsync((string, string) key, Func<PetitionsDb, IQueryable<Organisation>> query, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var row = await query(db).Where(o => o.SuspendedAt == null).Select(o => new { o.Id, o.Slug, o.Name, o.Accent, o.Logo }).SingleOrDefaultAsync(ct);
        var found = row is null ? null : new TenantEntry(row.Id, row.Slug, new TenantLook(row.Name, AccentColours.Of(Rgb.Parse(row.Accent))?.Style(), row.Logo?.ForPages()));
        if (found is not null || key.Item2.Length <= 60)
        {
            cache.Set(key, new Known(found, clock.GetTimestamp()), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = found is null ? Freshness : Kept, Size = 1 });
        }

        return found;
    }

    private sealed record Known(TenantEntry? Entry, long At);
}
