using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Indexing;

/// <summary>What search engines should leave alone, and where the map is; the pages themselves say noindex as well.</summary>
[PublicPage]
public sealed class RobotsController(SiteAddress site, TenantContext tenant) : Controller
{
    private static readonly string[] Platform = ["/account/", "/admin/", "/desk", "/*/desk/", "/*/*/sign$", "/*/*/check$", "/*/*/report"];
    private static readonly string[] OwnHost = ["/account/", "/admin/", "/desk", "/*/sign$", "/*/check$", "/*/report"];

    [HttpGet("/robots.txt"), HttpHead("/robots.txt")]
    [ResponseCache(Duration = 3600)]
    public async Task<ContentResult> Show(CancellationToken ct)
    {
        var closed = string.Concat((tenant.Id is null ? Platform : OwnHost).Select(path => $"Disallow: {path}\n"));
        return Content($"User-agent: *\n{closed}\nSitemap: {new Uri(await site.HomeAsync(ct), "/sitemap.xml")}\n", "text/plain; charset=utf-8");
    }
}
