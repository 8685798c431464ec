using Microsoft.Extensions.Logging.Abstractions;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Live;
using Platform.Petitions.Tests.Outbox;
using Xunit;

namespace Platform.Petitions.Tests.CampaignPage;

/// <summary>How long a page may take to be made again while its last copy could be answered.</summary>
public sealed class PageCacheTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(20);
    private readonly HandClock clock = new();

    [Fact]
    public async Task A_list_that_takes_longer_than_anybody_waits_is_given_more_time_until_it_is_made()
    {
        Assert.Contains(200, await LastMadeAsync(freshness: TimeSpan.FromMinutes(1), tries: 12));
    }

    [Fact]
    public async Task A_petition_s_page_keeps_nobody_waiting_for_longer()
    {
        Assert.DoesNotContain(200, await LastMadeAsync(freshness: null, tries: 4));
    }

    /// <returns>Statuses of the answers, each after the copy before had grown old; 404 is the old copy's, 200 that of one that takes four times as long as anybody waits.</returns>
    private async Task<List<int>> LastMadeAsync(TimeSpan? freshness, int tries)
    {
        using var cache = new PageCache(new PageCacheOptions { Patience = Patience, Freshness = Patience }, new CampaignChanges(clock), clock, NullLogger<PageCache>.Instance);
        await cache.GetAsync("list", _ => Task.FromResult<CachedPage?>(CachedPage.Of("text/plain", "old", status: 404)), TestContext.Current.CancellationToken, freshness);
        var answers = new List<int>();
        for (var i = 0; i < tries; i++)
        {
            clock.Pass(TimeSpan.FromMinutes(2));
            answers.Add((await cache.GetAsync("list", SlowAsync, TestContext.Current.CancellationToken, freshness))!.Status);
        }

        return answers;
    }

    private static async Task<CachedPage?> SlowAsync(CancellationToken ct)
    {
        await Task.Delay(Patience * 4, ct);
        return CachedPage.Of("text/plain", "new");
    }
}
