using Microsoft.AspNetCore.Http;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Confirming;
using Platform.Petitions.Signing;
using Platform.Petitions.Site;

namespace Platform.Petitions.Lanes;

/// <summary>
/// The three requests that come by the thousand (reading a campaign's page, signing it, confirming) on a short way past routing and
/// MVC, after the tenant is known. Whatever is out of the ordinary goes on to the controllers with nothing taken from it: they alone
/// answer errors, and everything works without the lanes.
/// </summary>
public sealed class LaneMiddleware(RequestDelegate next, PageLane pages, SigningLane signing, ConfirmingLane confirming, SiteSwitches switches)
{
    private const string Confirm = "confirm/";

    public Task InvokeAsync(HttpContext http, TenantContext tenant)
    {
        if (tenant.Id is null || LanePath.Of(http.Request.Path.Value ?? "", tenant.Slug) is not { } path)
        {
            return next(http);
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            return pages.Find(http, tenant, path) is { } page ? page : next(http);
        }

        if (!HttpMethods.IsPost(http.Request.Method) || SameOriginAttribute.IsForeign(http.Request))
        {
            return next(http);
        }

        return path.Below switch
        {
            "sign" when !switches.SigningPaused => ElseNextAsync(signing.TryAsync(http, tenant, path.Slug), http),
            _ when path.Below.StartsWith(Confirm, StringComparison.Ordinal) && !switches.ReadOnly => ElseNextAsync(confirming.TryAsync(http, tenant, path.Slug, path.Below[Confirm.Length..]), http),
            _ => next(http),
        };
    }

    private async Task ElseNextAsync(Task<bool> answered, HttpContext http)
    {
        if (!await answered)
        {
            await next(http);
        }
    }
}
