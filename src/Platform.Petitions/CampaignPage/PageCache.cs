using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Platform.Petitions.Database;
using Platform.Petitions.Live;

namespace Platform.Petitions.CampaignPage;

/// <summary>
/// Finished pages as bytes. A page is made at most once per freshness whatever comes in, and not at all while nothing is heard of its
/// campaign, up to an age that also covers a notice that got lost. While one request makes it the others get the copy before; and when
/// the database is away or slow, the last copy answers.
/// </summary>
public sealed class PageCache(PageCacheOptions options, CampaignChanges changes, TimeProvider clock, ILogger<PageCache> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = options.MostBytes });

    /// <returns>A copy that may be answered at once; null when there is none, or it has to be made again.</returns>
    public CachedPage? Ready(object key) => cache.TryGetValue(key, out Slot? slot) ? Ready(slot!) : null;

    /// <param name="make">Returns null when there is no such page; that is not remembered.</param>
    /// <param name="freshness">How long a copy that follows no campaign is good for, where that is longer than of other pages.</param>
    public async Task<CachedPage?> GetAsync(object key, Func<CancellationToken, Task<CachedPage?>> make, CancellationToken ct, TimeSpan? freshness = null)
    {
        var slot = SlotOf(key, freshness);
        if (Ready(slot) is { } known)
        {
            return known;
        }

        await slot.Gate.WaitAsync(ct);
        try
        {
            if (slot.Page is { } made && IsFresh(slot, made))
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

    /// <summary>Old copies too, while somebody makes the new one.</summary>
    private CachedPage? Ready(Slot slot) => slot.Page is { } known && (IsFresh(slot, known) || slot.Gate.CurrentCount == 0) ? known : null;

    private bool IsFresh(Slot slot, CachedPage page)
    {
        var age = clock.GetElapsedTime(slot.MadeAt);
        return age < slot.Freshness || (age < options.Longest && page.About is { } campaign && changes.UnchangedSince(campaign, slot.MadeAt));
    }

    private async Task<CachedPage?> RemakeAsync(object key, Slot slot, Func<CancellationToken, Task<CachedPage?>> make, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (slot.Page is not null)
        {
            limit.CancelAfter(slot.Patience);
        }

        // What changes while the page is made shall make this copy old, so its age begins here.
        var begun = clock.GetTimestamp();
        CachedPage? page;
        try
        {
            page = await make(limit.Token);
        }
        catch (Exception problem) when (slot.Page is not null && !ct.IsCancellationRequested && (limit.IsCancellationRequested || problem.IsDatabaseOutage()))
        {
            log.LogWarning("A page is answered from its last copy: {Problem}", problem.Message);
            slot.MadeAt = clock.GetTimestamp();
            slot.Patience = limit.IsCancellationRequested && slot.Patience * 2 <= slot.Freshness ? slot.Patience * 2 : slot.Patience;
            return slot.Page;
        }

        slot.Patience = clock.GetElapsedTime(begun) < options.Patience ? options.Patience : slot.Patience;
        slot.MadeAt = begun;
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
    private Slot SlotOf(object key, TimeSpan? freshness) => cache.GetOrCreate(key, entry =>
    {
        entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(30);
        entry.Size = 1;
        return new Slot(freshness ?? options.Freshness, options.Patience);
    })!;

    private sealed class Slot(TimeSpan freshness, TimeSpan patience)
    {
        public TimeSpan Freshness { get; } = freshness;

        /// <summary>Twice as long after each time it was too short, as far as copies are good for that long, so that a list that takes its time does not stay old.</summary>
        public TimeSpan Patience { get; set; } = patience;

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

    /// <summary>Feeds and maps for programs are made again at most this often.</summary>
    public TimeSpan Lists { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Lists for people are made again at most this often: each is a walk over everything that fits.</summary>
    public TimeSpan Searches { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A page is made again after this even if no change was heard of. With what browsers keep it stays under ten seconds.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Whoever makes a page again waits no longer than the others would notice: the last copy is good enough.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(700);

    public long MostBytes { get; init; } = 256L * 1024 * 1024;
}
