using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Site;

namespace Platform.Petitions.CampaignPage;

/// <summary>The number alone, for other sites; and the card, for open pages that no event stream reaches.</summary>
[PublicPage]
public sealed class CampaignCountController(CampaignViews campaigns, PageCache cache, PageRenderer renderer, TenantContext tenant, Catalogue catalogue, SiteSwitches switches) : Controller
{
    [HttpGet("/{org}/{slug}/count.json"), HttpHead("/{org}/{slug}/count.json")]
    public async Task<IActionResult> Show(string slug, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        Response.Headers.AccessControlAllowOrigin = "*";
        var answer = await cache.GetAsync(PageKeys.Count(tenant, slug), made => MakeAsync(slug, made), ct);
        return answer is null ? NotFound() : new CachedPageResult(answer);
    }

    [HttpGet("/{org}/{slug}/card"), HttpHead("/{org}/{slug}/card")]
    public async Task<IActionResult> Card(string slug, string? lang, CancellationToken ct)
    {
        if (switches.LiveOff)
        {
            // Open pages ask less and less often, and keep the number they have.
            Response.Headers.RetryAfter = "300";
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        slug = slug.ToLowerInvariant();
        var language = catalogue.Find(lang) ?? catalogue.Default;
        var answer = await cache.GetAsync(("card", tenant.Id, slug, language.Code), made => MakeCardAsync(slug, language, made), ct);
        return answer is null ? NotFound() : new CachedPageResult(answer);
    }

    private async Task<CachedPage?> MakeCardAsync(string slug, Language language, CancellationToken ct) =>
        await campaigns.CardAsync(slug, ct) is { } view
            ? CachedPage.Html(StatusCodes.Status200OK, language.Code, await renderer.RenderPartAsync("/CampaignPage/_Card.cshtml", view, language), view.Id)
            : null;

    private async Task<CachedPage?> MakeAsync(string slug, CancellationToken ct)
    {
        var view = await campaigns.CountAsync(slug, ct);
        return view is { } count
            ? CachedPage.Of("application/json", string.Create(CultureInfo.InvariantCulture, $$"""{"count":{{count.Count}},"goal":{{count.Goal}},"percent":{{count.Percent}},"open":{{(count.TakesSignatures ? "true" : "false")}}}"""), count.Id)
            : null;
    }
}
