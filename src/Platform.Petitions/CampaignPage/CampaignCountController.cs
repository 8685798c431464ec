using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.CampaignPage;

/// <summary>The number alone, for other sites and for pages that stay open.</summary>
[PublicPage]
public sealed class CampaignCountController(CampaignViews campaigns, PageCache cache, TenantContext tenant) : Controller
{
    [HttpGet("/{org}/{slug}/count.json"), HttpHead("/{org}/{slug}/count.json")]
    public async Task<IActionResult> Show(string slug, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        Response.Headers.AccessControlAllowOrigin = "*";
        var answer = await cache.GetAsync(("count", tenant.Id, slug), made => MakeAsync(slug, made), ct);
        return answer is null ? NotFound() : new CachedPageResult(answer);
    }

    private async Task<CachedPage?> MakeAsync(string slug, CancellationToken ct)
    {
        var view = await campaigns.CountAsync(slug, ct);
        return view is { } count
            ? CachedPage.Of("application/json", string.Create(CultureInfo.InvariantCulture, $$"""{"count":{{count.Count}},"goal":{{count.Goal}},"percent":{{count.Percent}},"open":{{(count.TakesSignatures ? "true" : "false")}}}"""))
            : null;
    }
}
