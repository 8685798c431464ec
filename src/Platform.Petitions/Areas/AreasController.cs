using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Areas;

/// <summary>Where signatures come from: every place that may be named, and a map. Apart from the campaign's page, whose first view waits for nothing.</summary>
[PublicPage]
public sealed class AreasController(CampaignViews campaigns, AreaLists areas, PageCache cache, PageRenderer renderer, TenantContext tenant, Catalogue catalogue) : Controller
{
    private const int All = int.MaxValue;

    [HttpGet("/{org}/{slug}/areas"), HttpHead("/{org}/{slug}/areas")]
    public async Task<IActionResult> Show(string slug, string? lang, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        var asked = AskedLanguage.Of(lang);
        var page = await cache.GetAsync(("areas", tenant.Id, tenant.Root, slug, asked), made => MakeAsync(slug, asked, made), ct);
        return page is null ? NotFound() : new CachedPageResult(page);
    }

    private async Task<CachedPage?> MakeAsync(string slug, string? asked, CancellationToken ct)
    {
        if (await campaigns.FindAsync(slug, asked, ct) is not { Rule.Count: true } campaign)
        {
            return null;
        }

        var countries = await areas.CountriesAsync(campaign.Id, All, ct);
        var view = new AreasView(campaign, countries, campaign.AsksPostcode ? await areas.RegionsAsync(campaign.Id, countries, All, ct) : [], AreaMap.Of(countries));
        return await renderer.RenderAsync(this, "/Areas/Areas.cshtml", view, catalogue.Find(asked) ?? catalogue.Find(campaign.TextLanguage) ?? catalogue.Default, about: campaign.Id);
    }
}

/// <param name="Regions">Of the first country.</param>
public sealed record AreasView(CampaignView Campaign, IReadOnlyList<AreaShare> Countries, IReadOnlyList<AreaShare> Regions, AreaMap? Map);
