using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Petitions.Directory;

/// <summary>Finding petitions: over the platform, and on an organisation's own host among its own.</summary>
[PublicPage]
[AcrossTenants]
public sealed class SearchController(CampaignSearch search, Localiser texts) : Controller
{
    private const string Policy = "public, max-age=10, stale-while-revalidate=30, stale-if-error=600";

    [HttpGet("/search"), HttpHead("/search")]
    public async Task<IActionResult> Index(string? q, string? state, string? topic, string? country, string? language, string? sort, int page, CancellationToken ct)
    {
        var query = SearchQuery.Of(q, state, topic, country, language, sort, page);
        var reference = Folding.Reference(query.Words);
        if (reference is { } number && await search.FindByReferenceAsync(number, ct) is { } address)
        {
            return Redirect(address);
        }

        var found = await search.RunAsync(query, texts.Language.Code, ct);
        if (query.Page > found.Pages)
        {
            return NotFound();
        }

        if (Response.Headers.SetCookie.Count == 0)
        {
            Response.Headers.CacheControl = Policy;
            Response.Headers.Vary = "Accept-Language, Cookie";
        }

        return View("Search", new SearchView(found, reference));
    }
}

/// <param name="UnknownReference">A number was typed that no public petition has.</param>
public sealed record SearchView(SearchResult Result, int? UnknownReference);
