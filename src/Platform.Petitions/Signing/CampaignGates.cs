using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Live;

namespace Platform.Petitions.Signing;

/// <summary>
/// The campaigns of this node's organisations in memory, so that signing asks the database nothing before it writes. An entry is read
/// again after a moment, and later only when a change was heard; one request reads while the others go on with the entry before. While
/// the database is away a known campaign stays known: the writer, which asks the database itself, has the last word.
/// </summary>
public sealed class CampaignGates(IServiceScopeFactory scopes, CampaignChanges changes, SigningOptions options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>What is known without waiting; null when it must be looked up.</summary>
    public GateCampaign? Fresh(Guid tenant, string slug) => Find(new Address(tenant, slug)) is { } entry && IsFresh(entry) ? entry.Campaign : null;

    public async ValueTask<GateCampaign?> FindAsync(Guid tenant, string slug, CancellationToken ct)
    {
        var address = new Address(tenant, slug);
        var entry = Find(address);
        if (entry is not null && (IsFresh(entry) || !entry.TryBeginReading()))
        {
            return entry.Campaign;
        }

        try
        {
            return await ReadAsync(address, ct);
        }
        catch (Exception outage) when (entry is not null && outage.IsDatabaseOutage())
        {
            return entry.Campaign;
        }
        finally
        {
            entry?.EndReading();
        }
    }

    public void Dispose() => cache.Dispose();

    private async Task<GateCampaign?> ReadAsync(Address address, CancellationToken ct)
    {
        // What changes while it is read shall make this entry old, so its age begins here.
        var begun = clock.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Set(address.Tenant, "");
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var campaign = await CampaignGate.LoadAsync(db, db.Campaigns.Where(c => c.Slug == address.Slug), ct);
        if (campaign is null)
        {
            cache.Remove(address);
            return null;
        }

        cache.Set(address, new Entry(campaign, begun), new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = 1 });
        return campaign;
    }

    private Entry? Find(Address address) => cache.TryGetValue(address, out Entry? entry) ? entry : null;

    private bool IsFresh(Entry entry)
    {
        var age = clock.GetElapsedTime(entry.At);
        return age < options.GateFreshness || (age < options.GateLongest && changes.UnchangedSince(entry.Campaign.Id, entry.At));
    }

    private sealed record Address(Guid Tenant, string Slug);

    private sealed class Entry(GateCampaign campaign, long at)
    {
        private int reading;

        public GateCampaign Campaign { get; } = campaign;

        public long At { get; } = at;

        public bool TryBeginReading() => Interlocked.Exchange(ref reading, 1) == 0;

        public void EndReading() => Volatile.Write(ref reading, 0);
    }
}
