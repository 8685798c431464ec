using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Organisations;

/// <summary>Finds organisations by slug or domain; remembers answers, also "nobody", for some seconds.</summary>
public sealed class TenantDirectory(IServiceScopeFactory scopes, IMemoryCache cache) : ITenantDirectory
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(10);

    public ValueTask<TenantEntry?> FindBySlugAsync(string slug, CancellationToken ct) =>
        Find(("slug", slug), db => db.Organisations.Where(o => o.Slug == slug), ct);

    public ValueTask<TenantEntry?> FindByDomainAsync(string domain, CancellationToken ct) =>
        Find(("domain", domain), db => db.Organisations.Where(o => o.Domain == domain), ct);

    private async ValueTask<TenantEntry?> Find((string, string) key, Func<PetitionsDb, IQueryable<Organisation>> query, CancellationToken ct)
    {
        if (cache.TryGetValue(key, out TenantEntry? known))
        {
            return known;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var found = await query(db).Where(o => o.SuspendedAt == null).Select(o => new TenantEntry(o.Id, o.Slug)).SingleOrDefaultAsync(ct);
        if (found is not null || key.Item2.Length <= 60)
        {
            cache.Set(key, found, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Freshness, Size = 1 });
        }

        return found;
    }
}
