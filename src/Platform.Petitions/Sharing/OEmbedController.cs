using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Sharing;

/// <summary>Turns a pasted link into the petition itself on sites that ask as oembed.com describes. Only links of this platform are known.</summary>
[PublicPage]
public sealed class OEmbedController(CampaignViews campaigns, TenantMatcher matcher, ITenantDirectory organisations, TenantContext tenant, Links links, ShareCards cards) : Controller
{
    private const int Width = 420;
    private const int Narrowest = 240;
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    [HttpGet("/oembed"), HttpHead("/oembed")]
    public async Task<IActionResult> Show(string? url, string? format, int? maxwidth, CancellationToken ct)
    {
        Response.Headers.AccessControlAllowOrigin = "*";
        if (format is not null && format != "json")
        {
            return StatusCode(StatusCodes.Status501NotImplemented);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var link) || await FindAsync(link, ct) is not { } view)
        {
            return NotFound();
        }

        var width = Math.Clamp(maxwidth ?? Width, Narrowest, Width);
        var card = cards.Of(view);
        Response.Headers.CacheControl = "public, max-age=300";
        return Json(new Dictionary<string, object>
        {
            ["version"] = "1.0",
            ["type"] = "rich",
            ["title"] = view.Title,
            ["author_name"] = view.OrganisationName,
            ["author_url"] = view.PublicOrganisation.AbsoluteUri,
            ["provider_name"] = card.Site,
            ["provider_url"] = links.To("/").AbsoluteUri,
            ["cache_age"] = (int)Life.TotalSeconds,
            ["thumbnail_url"] = ShareCards.Address(view, card, CardShape.Wide).AbsoluteUri,
            ["thumbnail_width"] = CardShape.Wide.Width,
            ["thumbnail_height"] = CardShape.Wide.Height,
            ["html"] = EmbedCode.Of(view, links, width),
            ["width"] = width,
            ["height"] = EmbedCode.Height,
        });
    }

    /// <summary>The petition a link leads to, whichever of our hosts it names.</summary>
    private async Task<CampaignView?> FindAsync(Uri link, CancellationToken ct)
    {
        var match = matcher.Match(link.Host, link.AbsolutePath);
        var entry = match switch
        {
            TenantMatch.BySlug bySlug => await organisations.FindBySlugAsync(bySlug.Slug, ct),
            TenantMatch.ByDomain byDomain => await organisations.FindByDomainAsync(byDomain.Domain, ct),
            _ => null,
        };
        var ownHost = match is TenantMatch.ByDomain or TenantMatch.BySlug { OwnHost: true };
        if (entry is null || (tenant.Id is { } asked && asked != entry.Id))
        {
            return null;
        }

        tenant.Set(entry.Id, entry.Slug, ownHost);
        var path = ownHost ? matcher.RoutePath(entry.Slug, link.AbsolutePath) : link.AbsolutePath;
        return path.Trim('/').Split('/') is [_, var slug]
            && await campaigns.FindAsync(slug.ToLowerInvariant(), QueryHelpers.ParseQuery(link.Query).TryGetValue("lang", out var language) ? language.ToString() : null, ct) is { Rule: { Words: true, Count: true } } view
            ? view
            : null;
    }
}
