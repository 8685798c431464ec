using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Platform.Petitions.Api;

namespace Platform.Petitions.Formats;

/// <summary>
/// What programs read has one format at each address. Who accepts nothing of that is told so (406); who asks for another by an ending is led
/// to the plain address, which says what there is.
/// </summary>
public sealed partial class FixedFormats(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var endpoint = http.GetEndpoint();
        if (UnknownEnding(http.Request, endpoint as RouteEndpoint) is { } plain)
        {
            // Relative to where it was asked, so that it stays on the host the reader knows.
            http.Response.StatusCode = StatusCodes.Status301MovedPermanently;
            http.Response.Headers.Location = plain + http.Request.QueryString.ToUriComponent();
            return Task.CompletedTask;
        }

        if (http.Request.Headers.Accept.Count == 0 || FormatsOf(endpoint) is not { Count: > 0 } formats || IsAccepted(http.Request, formats))
        {
            return next(http);
        }

        http.Response.Headers.CacheControl = "no-store";
        return ApiProblem.WriteAsync(http, StatusCodes.Status406NotAcceptable, $"This address answers in {string.Join(" or ", formats)}.");
    }

    /// <returns>The last part of the path without its ending; null where there is none, or one that belongs there.</returns>
    private static string? UnknownEnding(HttpRequest request, RouteEndpoint? endpoint)
    {
        var path = request.Path.Value ?? "";
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && Ending().Match(path) is { Success: true } found
            && (found.Groups["plain"].Value == "feed" || path.StartsWith("/feeds/", StringComparison.Ordinal) || ApiProblem.Concerns(request.Path))
            && endpoint?.RoutePattern.RawText?.EndsWith(found.Groups["ending"].Value, StringComparison.OrdinalIgnoreCase) is not true
            ? found.Groups["plain"].Value
            : null;
    }

    private static List<string> FormatsOf(Endpoint? endpoint)
    {
        var formats = new MediaTypeCollection();
        foreach (var answer in endpoint?.Metadata.GetOrderedMetadata<IApiResponseMetadataProvider>() ?? [])
        {
            if (answer.StatusCode is >= 200 and < 300)
            {
                answer.SetContentTypes(formats);
            }
        }

        return [.. formats.Select(format => MediaTypeHeaderValue.Parse(format).MediaType.Value!).Distinct()];
    }

    private static bool IsAccepted(HttpRequest request, List<string> formats) => request.GetTypedHeaders().Accept is not { Count: > 0 } accepted
        || accepted.Where(range => range.Quality is not 0 && range.MediaType.HasValue).Select(range => new MediaTypeHeaderValue(range.MediaType))
            .Any(range => formats.Exists(format => new MediaTypeHeaderValue(format).IsSubsetOf(range)));

    [GeneratedRegex("/(?<plain>[A-Za-z0-9-]+)(?<ending>\\.[A-Za-z0-9]{1,8})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();
}
