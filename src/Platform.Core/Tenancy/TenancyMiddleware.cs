using Microsoft.AspNetCore.Http;

namespace Platform.Core.Tenancy;

/// <summary>Before routing: finds the organisation and puts own hosts onto the platform's routes.</summary>
public sealed class TenancyMiddleware(RequestDelegate next, TenantMatcher matcher)
{
    public async Task InvokeAsync(HttpContext http, TenantContext tenant, ITenantDirectory directory)
    {
        var path = http.Request.Path.Value ?? "/";
        var match = matcher.Match(http.Request.Host.Host, path);
        var (entry, ownHost) = match switch
        {
            TenantMatch.Platform => (null, false),
            TenantMatch.BySlug bySlug => (await directory.FindBySlugAsync(bySlug.Slug, http.RequestAborted), bySlug.OwnHost),
            TenantMatch.ByDomain byDomain => (await directory.FindByDomainAsync(byDomain.Domain, http.RequestAborted), true),
            _ => throw new InvalidOperationException($"Unknown match {match}."),
        };

        if (entry is not null)
        {
            tenant.Set(entry.Id, entry.Slug, ownHost);
            if (ownHost)
            {
                http.Request.Path = matcher.RoutePath(entry.Slug, path);
            }
        }
        else if (ownHost)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(http);
    }
}
