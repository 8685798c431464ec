using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Live;

namespace Platform.Petitions.Signing;

/// <summary>
/// The campaigns of this node's organisations in memory, so that signing asks the database nothing before it writes. An entry is read
/// again after a moment, and later only when a change was heard; it is read beside the requests, which go on with the entry before. While
/// the database is away a known campaign stays known: the writer, which asks the database itself, has the last word.
/// </summary>
public sealed class CampaignGates(IServiceScopeFactory scopes, CampaignChanges changes, SigningOptions options, TimeProvider clock, ILogger<CampaignGates> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>What the public sees is right on every node within this; an entry that old answers nobody while it is read.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>What is known without waiting; null when it must be looked up.</summary>
    public GateCampaign? Fresh(Guid tenant, string slug)
    {
        var address = new Address(tenant, slug);
        if (Find(address) is not { } entry || clock.GetElapsedTime(entry.At) > Longest)
        {
            return null;
        }

        if (!IsFresh(entry) && entry.TryBeginReading())
        {
            _ = ReadBesideAsync(address, entry);
        }

        return entry.Campaign;
    }

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

    private async Task ReadBesideAsync(Address address, Entry entry)
    {
        try
        {
            // Not on the thread of the request that noticed.
            await Task.Yield();
            await ReadAsync(address, CancellationToken.None);
        }
        catch (Exception problem)
        {
            log.LogWarning(problem, "A campaign stays as it was known");
        }
        finally
        {
            entry.EndReading();
        }
    }

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
