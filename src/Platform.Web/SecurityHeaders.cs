using Platform.Core.Pages;
using Platform.Web.Jobs;

namespace Platform.Web;

/// <summary>What every answer carries, errors too.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string ContentPolicy = PagePolicy.Strict;

    // The stylesheet names fonts and wordmark without a fingerprint; asked for anew on each page they would cost every reader a round trip.
    private const string KeepForAWeek = "public, max-age=604800, stale-while-revalidate=604800";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            var headers = response.Headers;
            if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && IsFontOrWordmark(response.HttpContext.Request.Path))
            {
                headers.CacheControl = KeepForAWeek;
            }

            var policy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy.ToString() : PolicyFor(response.HttpContext.Request.Path);
            headers.ContentSecurityPolicy = PageStyle.Allow(response.HttpContext, policy);
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cache-Control", "no-store");
            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    }

    private static string PolicyFor(PathString path) => path.StartsWithSegments(JobDashboard.Path) ? JobDashboard.ContentPolicy : ContentPolicy;

    private static bool IsFontOrWordmark(PathString path) => path.StartsWithSegments("/fonts") || path == "/img/wordmark.svg";
}
