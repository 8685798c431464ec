using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Branding;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Database;
using Platform.Petitions.Organisations;
using Platform.Petitions.Pictures;
using Platform.Petitions.Site;

namespace Platform.Petitions.Directory;

/// <summary>An organisation's own page with its petitions.</summary>
[PublicPage]
public sealed class OrganisationPageController(
    PetitionsDb db, CampaignLists lists, PageCache cache, PageRenderer renderer, DatabaseClock clock, SiteSwitches switches, TenantContext tenant, Catalogue catalogue, Links links) : Controller
{
    private const int Shown = 100;

    [HttpGet("/{org}"), HttpHead("/{org}")]
    public async Task<IActionResult> Show(string? lang, CancellationToken ct)
    {
        var asked = catalogue.Find(lang);
        var page = await cache.GetAsync(("organisation", tenant.Id, tenant.Root, asked?.Code), made => MakeAsync(asked, made), ct);
        return page is null ? NotFound() : new CachedPageResult(page);
    }

    private async Task<CachedPage?> MakeAsync(Language? asked, CancellationToken ct)
    {
        if (await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == tenant.Id && o.SuspendedAt == null, ct) is not { } organisation)
        {
            return null;
        }

        var language = asked ?? catalogue.Find(organisation.Language) ?? catalogue.Default;
        var campaigns = await lists.AllAsync(Shown, language.Code, switches.DeadlineClock(await clock.NowAsync(ct)), ct);
        var view = new OrganisationView(
            organisation.Name, organisation.Place, organisation.PublicWebsite, organisation.Language, SafeMarkdown.Render(organisation.About),
            SafeMarkdown.ToPlainText(organisation.About, 200), links.Organisation(organisation.Slug, organisation.Domain), campaigns)
        {
            Banner = await db.BannerAsync(organisation, ct),
        };
        return await renderer.RenderAsync(this, "/Directory/Organisation.cshtml", view, language);
    }
}

/// <param name="Language">Language of its own words.</param>
/// <param name="PublicAddress">The page for other sites.</param>
public sealed record OrganisationView(
    string Name, string? Place, string? Website, string Language, IHtmlContent About, string Summary, Uri PublicAddress, IReadOnlyList<ListedCampaign> Campaigns)
{
    public PictureView? Banner { get; init; }
}
