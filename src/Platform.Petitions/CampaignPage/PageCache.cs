using System.Data.Common;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace Platform.Petitions.CampaignPage;

/// <summary>
/// Finished pages as bytes. A page is made at most once per freshness whatever comes in; while one request makes it the others get
/// the copy before; and when the database is away or slow, the last copy answers.
/// </summary>
public sealed class PageCache(PageCacheOptions options, TimeProvider clock, ILogger<PageCache> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = options.MostBytes });

    /// <param name="make">Returns null when there is no such page; that is not remembered.</param>
    public async Task<CachedPage?> GetAsync(object key, Func<CancellationToken, Task<CachedPage?>> make, CancellationToken ct)
    {
        var slot = SlotOf(key);
        var known = slot.Page;
        if (known is not null && clock.GetElapsedTime(slot.MadeAt) < options.Freshness)
        {
            return known;
        }

        if (known is not null && slot.Gate.CurrentCount == 0)
        {
            return known;
        }

        await slot.Gate.WaitAsync(ct);
        try
        {
            if (slot.Page is { } made && clock.GetElapsedTime(slot.MadeAt) < options.Freshness)
            {
                return made;
            }

            return await RemakeAsync(key, slot, make, ct);
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    public void Dispose() => cache.Dispose();

    private async Task<CachedPage?> RemakeAsync(object key, Slot slot, Func<CancellationToken, Task<CachedPage?>> make, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (slot.Page is not null)
        {
            limit.CancelAfter(Patience);
        }

        CachedPage? page;
        try
        {
            page = await make(limit.Token);
        }
        catch (Exception problem) when (slot.Page is not null && !ct.IsCancellationRequested && IsOutage(problem))
        {
            log.LogWarning("A page is answered from its last copy: {Problem}", problem.Message);
            slot.MadeAt = clock.GetTimestamp();
            return slot.Page;
        }

        slot.MadeAt = clock.GetTimestamp();
        slot.Page = page;
        if (page is null)
        {
            cache.Remove(key);
        }
        else
        {
            cache.Set(key, slot, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = page.Bytes });
        }

        return page;
    }

    // A key nobody has a page for yet gets a slot that is kept for a moment only, so that a first rush makes the page once.
    private Slot SlotOf(object key) => cache.GetOrCreate(key, entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(30);
        entry.Size = 1;
        return new Slot();
    })!;

    private static bool IsOutage(Exception problem) =>
        problem is DbException or TimeoutException or OperationCanceledException || (problem.InnerException is { } inner && IsOutage(inner));

    private sealed class Slot
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public CachedPage? Page { get; set; }

        public long MadeAt { get; set; }
    }
}

/// <summary>Section <c>Pages</c>.</summary>
public sealed record PageCacheOptions
{
    /// <summary>A page is made again at most this often.</summary>
    public TimeSpan Freshness { get; init; } = TimeSpan.FromSeconds(1);

    public long MostBytes { get; init; } = 256L * 1024 * 1024;
}
