using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Platform.Core.Tenancy;

/// <summary>After routing: no route, or one below <c>{org}</c> without a known organisation, is 404; declared controllers may read across.</summary>
public sealed class TenantGateMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, TenantContext tenant)
    {
        if (http.GetEndpoint() is not { } endpoint || (http.GetRouteValue("org") is not null && tenant.Id is null))
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
}
