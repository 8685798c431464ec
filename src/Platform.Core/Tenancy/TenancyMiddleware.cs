using Microsoft.AspNetCore.Http;

namespace Platform.Core.Tenancy;

/// <summary>Before routing: finds the organisation and puts own hosts onto the platform's routes.</summary>
public sealed class TenancyMiddleware(RequestDelegate next, TenantMatcher matcher, ITenantDirectory directory)
{
    public Task InvokeAsync(HttpContext http, TenantContext tenant)
    {
        var match = matcher.Match(http.Request.Host.Host, http.Request.Path.Value ?? "/");
        return GoOn(http, tenant, FindAsync(match, http.RequestAborted), match is TenantMatch.ByDomain or TenantMatch.BySlug { OwnHost: true });
    }

    private ValueTask<TenantEntry?> FindAsync(TenantMatch match, CancellationToken ct) => match switch
    {
        TenantMatch.Platform => default,
        TenantMatch.BySlug bySlug => directory.FindBySlugAsync(bySlug.Slug, ct),
        TenantMatch.ByDomain byDomain => directory.FindByDomainAsync(byDomain.Domain, ct),
        _ => throw new InvalidOperationException($"Unknown match {match}."),
    };

    /// <summary>Known organisations are found in memory: nothing has to be waited for.</summary>
    private Task GoOn(HttpContext http, TenantContext tenant, ValueTask<TenantEntry?> found, bool ownHost) =>
        found.IsCompletedSuccessfully ? GoOn(http, tenant, found.Result, ownHost) : GoOnAsync(http, tenant, found, ownHost);

    private async Task GoOnAsync(HttpContext http, TenantContext tenant, ValueTask<TenantEntry?> found, bool ownHost) =>
        await GoOn(http, tenant, await found, ownHost);

    private Task GoOn(HttpContext http, TenantContext tenant, TenantEntry? entry, bool ownHost)
    {
        if (entry is not null)
        {
            tenant.Set(entry.Id, entry.Slug, ownHost, entry.Look);
            if (ownHost)
            {
                http.Request.Path = matcher.RoutePath(entry.Slug, http.Request.Path.Value ?? "/");
            }
        }
        else if (ownHost)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }
}
