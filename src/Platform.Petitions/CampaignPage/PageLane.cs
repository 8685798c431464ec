using Microsoft.AspNetCore.Http;
using Platform.Core.Tenancy;
using Platform.Petitions.Lanes;

namespace Platform.Petitions.CampaignPage;

/// <summary>Answers kept pages and counts past MVC. What is not kept, or has to be made again, is the controllers'.</summary>
public sealed class PageLane(PageCache cache)
{
    private const string Count = "count.json";

    /// <returns>The answer on its way; null when there is none to give without work.</returns>
    internal Task? Find(HttpContext http, TenantContext tenant, LanePath path)
    {
        if (http.Request.QueryString.HasValue)
        {
            return null;
        }

        var key = path.Below switch
        {
            "" => PageKeys.Campaign(tenant, path.Slug, asked: null),
            Count => PageKeys.Count(tenant, path.Slug),
            _ => null,
        };
        if (key is null || cache.Ready(key) is not { } page)
        {
            return null;
        }

        if (path.Below == Count)
        {
            http.Response.Headers.AccessControlAllowOrigin = "*";
        }

        return CachedPageResult.WriteAsync(http, page);
    }
}
