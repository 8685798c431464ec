using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Petitions.CampaignPage;

/// <summary>Every approved wording of a public campaign, what changed, and how many signed which.</summary>
[PublicPage]
public sealed class CampaignHistoryController(WordingHistory history, PageCache cache, PageRenderer renderer, TenantContext tenant, Catalogue catalogue) : Controller
{
    [HttpGet("/{org}/{slug}/history"), HttpHead("/{org}/{slug}/history")]
    public async Task<IActionResult> Show(string slug, string? lang, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        var asked = catalogue.Find(lang);
        var page = await cache.GetAsync(("history", tenant.Id, tenant.Root, slug, asked?.Code), made => MakeAsync(slug, asked, made), ct);
        return page is null ? NotFound() : new CachedPageResult(page);
    }

    private async Task<CachedPage?> MakeAsync(string slug, Language? asked, CancellationToken ct) =>
        await history.FindAsync(slug, ct) is { } view
            ? await renderer.RenderAsync(this, "/CampaignPage/History.cshtml", view, asked ?? catalogue.Find(view.Language) ?? catalogue.Default)
            : null;
}
