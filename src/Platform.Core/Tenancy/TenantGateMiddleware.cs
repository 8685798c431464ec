using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Text;

namespace Platform.Core.Tenancy;

/// <summary>After routing: no route, one below <c>{org}</c> without a known organisation, or a campaign that cannot be, is 404; declared controllers may read across.</summary>
public sealed class TenantGateMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, TenantContext tenant)
    {
        if (http.GetEndpoint() is not { } endpoint || (http.GetRouteValue("org") is not null && tenant.Id is null) || !IsName(http.GetRouteValue("slug")) || !IsName(http.GetRouteValue("campaign")))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (endpoint.Metadata.GetMetadata<AcrossTenantsAttribute>() is not null)
        {
            tenant.AllowAcross();
        }

        return next(http);
    }

    /// <summary>No campaign is called otherwise; and pages build their redirects from it, where a backslash or a letter beyond ASCII would lead astray.</summary>
    private static bool IsName(object? value) =>
        value is not string name || (name.Length <= Slug.MaxLength && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));
}
