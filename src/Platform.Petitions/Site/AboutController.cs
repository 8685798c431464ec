using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Petitions.Site;

/// <summary>How it works, counting, rules, privacy, cookies, accessibility.</summary>
[PublicPage]
public sealed class AboutController(FixedPages pages, TenantContext tenant, TenancyOptions site, Localiser localiser) : Controller
{
    [HttpGet("/about/{key}")]
    [HttpGet("/{org}/about/{key}")]
    public async Task<IActionResult> Show(string key, CancellationToken ct) => await pages.FindAsync(tenant.Id, key, localiser.Language.Code, ct) switch
    {
        // Links in these texts are absolute, as all links in Markdown here; they say where the platform lives by this name.
        FixedPage.Shown(var text) => View("About", text with { Body = text.Body.Replace("{site}", site.BaseUrl.TrimEnd('/'), StringComparison.Ordinal) }),
        // An admin may take it back, so browsers must not keep it.
        FixedPage.Forwarded(var to) => Redirect(to),
        FixedPage.Absent => NotFound(),
        var other => throw new InvalidOperationException($"Unknown page {other.GetType().Name}."),
    };
}
