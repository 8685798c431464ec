using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Directory;

namespace Platform.Petitions.CampaignPage;

/// <summary>The page people read and sign. The same for everybody, so it is kept as bytes.</summary>
[PublicPage]
public sealed class CampaignPageController(CampaignViews campaigns, SimilarPetitions similar, PageCache cache, PageRenderer renderer, TenantContext tenant, Catalogue catalogue) : Controller
{
    [HttpGet("/{org}/{slug}"), HttpHead("/{org}/{slug}")]
    public async Task<IActionResult> Show(string slug, string? lang, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        var asked = AskedLanguage.Of(lang);
        var page = await cache.GetAsync(PageKeys.Campaign(tenant, slug, asked), made => MakeAsync(slug, asked, made), ct);
        if (page is not null)
        {
            return new CachedPageResult(page);
        }

        return await campaigns.FindMovedAsync(slug, ct) is { } moved ? RedirectPermanent(moved) : NotFound();
    }

    private async Task<CachedPage?> MakeAsync(string slug, string? asked, CancellationToken ct)
    {
        if (await campaigns.FindAsync(slug, asked, ct) is not { } view)
        {
            return null;
        }

        var language = catalogue.Find(asked) ?? catalogue.Find(view.TextLanguage) ?? catalogue.Default;
        view = view with { Similar = await similar.ToAsync(view, language.Code, ct) };
        return await renderer.RenderAsync(this, "/CampaignPage/Campaign.cshtml", view, language, view.Rule.Status, view.Id);
    }
}
