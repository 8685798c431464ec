using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Platform.Petitions.Api;

/// <summary>Every error of the API in one form: RFC 9457.</summary>
public static class ApiProblem
{
    public const string ContentType = "application/problem+json";

    /// <summary>Programs ask below this; the page about it is for people.</summary>
    public const string Root = "/api/v1";

    public static bool Concerns(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    public static ObjectResult Of(int status, string? detail = null) => new(Details(status, detail)) { StatusCode = status, ContentTypes = { ContentType } };

    public static ObjectResult NotFound() => Of(StatusCodes.Status404NotFound, "There is nothing public at this address.");

    /// <summary>For who has no action.</summary>
    public static Task WriteAsync(HttpContext http, int status, string detail)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(Details(status, detail), ApiJson.Options, ContentType, http.RequestAborted);
    }

    internal static ProblemDetails Details(int status, string? detail) => new() { Status = status, Title = ReasonPhrases.GetReasonPhrase(status), Detail = detail };
}
