using Microsoft.AspNetCore.Mvc;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Feeds;

/// <summary>Answers with kept feeds, and with 304 to who has them already.</summary>
public sealed class FeedAnswers(PetitionEntries petitions, FeedNames names, PageCache cache, PageCacheOptions kept, Localiser texts)
{
    /// <param name="find">Null when there is no such list.</param>
    public Task<IActionResult> OfPetitionsAsync(object key, Func<CancellationToken, Task<FeedSource?>> find, CancellationToken ct) => AnswerAsync(key, async made =>
    {
        if (await find(made) is not { } source)
        {
            return null;
        }

        var entries = await petitions.ReadAsync(source.Petitions, made);
        var updated = entries.Select(e => e.UpdatedAt).DefaultIfEmpty(source.Since).Max();
        return new AtomFeed(names.Of(source.Since, source.Name), source.Title, texts.Language.Code, source.Self, source.Page, updated, entries);
    }, ct);

    /// <param name="make">Null when there is no such feed.</param>
    public async Task<IActionResult> AnswerAsync(object key, Func<CancellationToken, Task<AtomFeed?>> make, CancellationToken ct)
    {
        var page = await cache.GetAsync(key, MakeAsync, ct, kept.Lists);
        return page is null ? new NotFoundResult() : new CachedPageResult(page, policy: CachedPageResult.ForPrograms);

        async Task<CachedPage?> MakeAsync(CancellationToken made) => await make(made) is { } feed ? CachedPage.Of(AtomWriter.ContentType, AtomWriter.Write(feed)) : null;
    }
}

/// <summary>A list of petitions that a feed is made of.</summary>
/// <param name="Since">When the feed began, for its name.</param>
/// <param name="Name">What it is called in its name.</param>
public sealed record FeedSource(DateTimeOffset Since, string Name, string Title, Uri Self, Uri Page, List<Guid> Petitions);
