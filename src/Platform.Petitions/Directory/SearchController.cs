using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Site;

namespace Platform.Petitions.Directory;

/// <summary>Finding petitions: over the platform, and on an organisation's own host among its own.</summary>
[PublicPage]
[AcrossTenants]
public sealed class SearchController(
    CampaignSearch search, PageCache cache, PageRenderer renderer, PageCacheOptions kept, SiteSwitches switches, TenantContext tenant, Localiser texts) : Controller
{
    private const string Policy = "public, max-age=10, stale-while-revalidate=30, stale-if-error=600";

    [HttpGet("/search"), HttpHead("/search")]
    public async Task<IActionResult> Index(
        string? q, string? state, string? topic, string? country, string? language, string? near, string? sort, int page, CancellationToken ct)
    {
        var query = SearchQuery.Of(q, state, topic, country, language, near, sort, page, !switches.StatisticsOff);
        var reference = ReferenceNumbers.In(query.Words);
        if (reference is { } number && await search.FindByReferenceAsync(number, ct) is { } address)
        {
            return Redirect(address);
        }

        // The links on the page repeat the whole address, so that is what it is kept under.
        var found = await cache.GetAsync(("search", tenant.Id, Request.QueryString.Value, query.Statistics, texts.Language.Code), made => MakeAsync(query, reference, made), ct, kept.Searches);
        return found is null ? NotFound() : new CachedPageResult(found, "Accept-Encoding, Accept-Language, Cookie", Policy);
    }

    private async Task<CachedPage?> MakeAsync(SearchQuery query, int? reference, CancellationToken ct)
    {
        var found = await search.RunAsync(query, texts.Language.Code, ct);
        return query.Page > found.Pages ? null : await renderer.RenderAsync(this, "/Directory/Search.cshtml", new SearchView(found, reference), texts.Language);
    }
}

/// <param name="UnknownReference">A number was typed that no public petition has.</param>
public sealed record SearchView(SearchResult Result, int? UnknownReference);
