using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>Answers with kept copies: made once however many ask, and 304 for who has them already.</summary>
public sealed class ApiAnswers(PageCache cache, PageCacheOptions kept, TenantContext tenant)
{
    private const string ListPolicy = "public, max-age=10, stale-while-revalidate=30, stale-if-error=600";

    /// <summary>Something about one campaign: made again when that changed.</summary>
    /// <param name="make">Null when there is nothing public.</param>
    public async Task<IActionResult> AboutAsync<T>(object key, Func<CancellationToken, Task<ApiAnswer<T>?>> make, CancellationToken ct)
        where T : class
    {
        var page = await cache.GetAsync(("api", tenant.Id, key), async made => await make(made) is { } answer ? answer.Write() : null, ct);
        return page is null ? ApiProblem.NotFound() : new CachedPageResult(page);
    }

    /// <summary>A list, made again at most every few seconds.</summary>
    /// <param name="make">Null when there is no such list.</param>
    public Task<IActionResult> ListAsync<T>(object key, Func<CancellationToken, Task<T?>> make, CancellationToken ct)
        where T : class => ListAsync(key, async made => await make(made) is { } list ? CachedPage.Of(ApiJson.ContentType, JsonSerializer.Serialize(list, ApiJson.Options)) : null, ct);

    /// <summary>The same in another format than JSON.</summary>
    public async Task<IActionResult> ListAsync(object key, Func<CancellationToken, Task<CachedPage?>> make, CancellationToken ct)
    {
        var page = await cache.GetAsync(("api", tenant.Id, key), make, ct, kept.Searches);
        return page is null ? ApiProblem.NotFound() : new CachedPageResult(page, policy: ListPolicy);
    }
}

/// <summary>What is public about one campaign, or that nothing is any more.</summary>
/// <param name="Body">Null for a campaign that was removed.</param>
public sealed record ApiAnswer<T>(Guid Campaign, T? Body, string? Gone = null)
    where T : class
{
    internal CachedPage Write() => Body is not null
        ? CachedPage.Of(ApiJson.ContentType, JsonSerializer.Serialize(Body, ApiJson.Options), Campaign)
        : CachedPage.Of(ApiProblem.ContentType, JsonSerializer.Serialize(ApiProblem.Details(410, Gone), ApiJson.Options), Campaign, status: 410);
}
