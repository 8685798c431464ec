using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Pages;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Sharing;

/// <summary>
/// The one page that other sites may show in a frame, where its organisation lets them. It needs no storage: the form is the anonymous one, and
/// its answer opens in a window of its own. No click alone does anything on it: a signature needs typed words and a mail that is answered.
/// </summary>
[PublicPage]
public sealed class EmbedController(PetitionsDb db, CampaignViews campaigns, PageCache cache, PageRenderer renderer, TenantContext tenant, Catalogue catalogue) : Controller
{
    private static readonly string[] AnySite = ["https:", "http:"];

    [HttpGet("/{org}/{slug}/embed"), HttpHead("/{org}/{slug}/embed")]
    public async Task<IActionResult> Show(string slug, string? lang, string? theme, string? show, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        var asked = AskedLanguage.Of(lang);
        var look = EmbedView.Themes.FirstOrDefault(t => t == theme) ?? EmbedView.Themes[0];
        var counter = show == "counter";
        return await cache.GetAsync(("embed", tenant.Id, tenant.Root, slug, asked, look, counter), made => MakeAsync(slug, asked, look, counter, made), ct) is { } page
            ? new CachedPageResult(page)
            : NotFound();
    }

    private async Task<CachedPage?> MakeAsync(string slug, string? asked, string theme, bool counter, CancellationToken ct)
    {
        if (await campaigns.FindAsync(slug, asked, ct) is not { Rule: { Words: true, Count: true } } view)
        {
            return null;
        }

        var language = catalogue.Find(asked) ?? catalogue.Find(view.TextLanguage) ?? catalogue.Default;
        var hosts = await db.Organisations.AsNoTracking().Where(o => o.Id == tenant.Id).Select(o => o.EmbedHosts).SingleAsync(ct);
        return await renderer.RenderAsync(this, "/Sharing/Embed.cshtml", new EmbedView(view, counter, theme), language, about: view.Id, policy: PagePolicy.FramedBy(hosts.Count == 0 ? AnySite : hosts));
    }
}
