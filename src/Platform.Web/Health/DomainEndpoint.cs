using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Web.Health;

/// <summary>
/// <c>/health/domain?domain=…</c>, for the proxy in front that asks before it gets a certificate: 200 for a domain that an organisation has
/// proven to be its own, 404 for every other name. It says no more than the pages at that domain do.
/// </summary>
internal static class DomainEndpoint
{
    private const int Longest = 253;

    public static void MapDomain(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/health/domain", [HttpMethods.Get, HttpMethods.Head], AnswerAsync).WithMetadata(new PublicPageAttribute());

    private static async Task AnswerAsync(HttpContext http, ITenantDirectory directory, string? domain)
    {
        var name = (domain ?? "").TrimEnd('.').ToLowerInvariant();
        var proven = name.Length is > 0 and <= Longest && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-')
            && await directory.FindByDomainAsync(name, http.RequestAborted) is not null;
        http.Response.StatusCode = proven ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/plain";
        await http.Response.WriteAsync(proven ? "Yes" : "No", http.RequestAborted);
    }
}
