using Microsoft.AspNetCore.Http;
using Platform.Core.Access;

namespace Platform.Petitions.Site;

/// <summary>While the platform is read-only: whatever would change something is answered 503, so that programs come back. Staff and signing in go on.</summary>
public sealed class ReadOnlyGate(RequestDelegate next, SiteSwitches switches)
{
    private const string ComeBackAfter = "300";

    public Task InvokeAsync(HttpContext http)
    {
        var method = http.Request.Method;
        if (!switches.ReadOnly || HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || http.GetEndpoint() is not { Metadata: var marks }
            || marks.GetMetadata<AdminPageAttribute>() is not null || marks.GetMetadata<WorksReadOnlyAttribute>() is not null)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = ComeBackAfter;
        return Task.CompletedTask;
    }
}
