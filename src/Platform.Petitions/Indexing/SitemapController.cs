using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Indexing;

/// <summary>The map of this site for search engines, in parts.</summary>
[PublicPage]
[AcrossTenants]
public sealed class SitemapController(Sitemaps maps, SiteAddress site, PageCache cache, PageCacheOptions kept, TenantContext tenant) : Controller
{
    [HttpGet("/sitemap.xml"), HttpHead("/sitemap.xml")]
    public Task<IActionResult> Index(CancellationToken ct) => AnswerAsync("index", IndexAsync, ct);

    [HttpGet("/sitemap-pages.xml"), HttpHead("/sitemap-pages.xml")]
    public Task<IActionResult> Pages(CancellationToken ct) => AnswerAsync("pages", maps.PagesAsync, ct);

    [HttpGet("/sitemap-organisations-{from:guid}.xml"), HttpHead("/sitemap-organisations-{from:guid}.xml")]
    public Task<IActionResult> Organisations(Guid from, CancellationToken ct) => tenant.Id is null
        ? PartAsync(maps.OrganisationsFrom(from, ct), ct)
        : Task.FromResult<IActionResult>(NotFound());

    [HttpGet("/sitemap-petitions-{from:guid}.xml"), HttpHead("/sitemap-petitions-{from:guid}.xml")]
    public Task<IActionResult> Petitions(Guid from, CancellationToken ct) => PartAsync(maps.PetitionsFrom(from, ct), ct);

    private async Task<IActionResult> PartAsync(IAsyncEnumerable<SitemapPage> pages, CancellationToken ct) => await maps.AreHereAsync(ct) ? new SitemapPartResult(pages) : NotFound();

    private async Task<IActionResult> AnswerAsync(string name, Func<CancellationToken, Task<string>> make, CancellationToken ct)
    {
        var page = await cache.GetAsync(("sitemap", tenant.Id, name), MakeAsync, ct, kept.Lists);
        return page is null ? NotFound() : new CachedPageResult(page, policy: CachedPageResult.ForPrograms);

        async Task<CachedPage?> MakeAsync(CancellationToken made) => await maps.AreHereAsync(made) ? CachedPage.Of(SitemapWriter.ContentType, await make(made)) : null;
    }

    private async Task<string> IndexAsync(CancellationToken ct)
    {
        var (organisations, petitions) = await maps.PartsAsync(ct);
        var home = await site.HomeAsync(ct);
        string[] parts = ["pages", .. organisations.Select(from => $"organisations-{from}"), .. petitions.Select(from => $"petitions-{from}")];
        return SitemapWriter.Index(parts.Select(part => new Uri(home, $"/sitemap-{part}.xml")));
    }
}
