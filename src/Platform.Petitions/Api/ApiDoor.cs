using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Platform.Petitions.Api;

/// <summary>
/// Before anything else of the API: lets pages of other sites read every answer, errors too, and turns away who asks too often. No cookie
/// means anything below it, so there is nothing that another site's page could do in somebody's name.
/// </summary>
public sealed class ApiDoor(RequestDelegate next, ApiLimits limits)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (!ApiProblem.Concerns(http.Request.Path))
        {
            return next(http);
        }

        // At the last moment: whoever answers an error begins with an empty head.
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = "ETag, Link, Location, Retry-After, Content-Disposition";
            headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            headers["X-Robots-Tag"] = "noindex";
            headers.Remove("Content-Language");
            return Task.CompletedTask;
        }, http.Response);
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            return AllowAsync(http.Response);
        }

        return limits.Take(http) is { } wait ? RefuseAsync(http, wait) : next(http);
    }

    private static Task AllowAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = "GET, HEAD, POST, PATCH, OPTIONS";
        response.Headers.AccessControlAllowHeaders = "Authorization, Content-Type, Idempotency-Key, If-None-Match";
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }

    private Task RefuseAsync(HttpContext http, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(Math.Max(wait.TotalSeconds, 1));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ApiProblem.WriteAsync(http, StatusCodes.Status429TooManyRequests, $"More than {limits.PerMinute} requests in a minute. Ask again in {seconds} seconds.");
    }
}
