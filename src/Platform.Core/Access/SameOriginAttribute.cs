using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Platform.Core.Access;

/// <summary>
/// Guards POSTs of pages that carry no cookie and so no antiforgery token: refuses with 403 what another site's page sent. Stands
/// together with <see cref="IgnoreAntiforgeryTokenAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SameOriginAttribute : Attribute, IResourceFilter
{
    /// <summary>Browsers say where a request comes from; without the new header the old ones are asked, and silence is not foreign.</summary>
    public static bool IsForeign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        var from = request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : request.Headers.Referer.ToString();
        return from.Length > 0 && (!Uri.TryCreate(from, UriKind.Absolute, out var address) || !address.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method) && IsForeign(context.HttpContext.Request))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
