using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Platform.Petitions.CampaignPage;

/// <summary>Answers with a finished page: 304 when the reader has it, else the smallest form the browser takes. No cookie, the same for everybody.</summary>
public sealed class CachedPageResult(CachedPage page, string vary = "Accept-Encoding", string policy = CachedPageResult.Policy) : IActionResult
{
    /// <summary>
    /// Short in browsers, and for a day when we are away. Not shown while a new copy comes: whoever has just confirmed and
    /// looks again without scripts has to find the own line.
    /// </summary>
    private const string Policy = "public, max-age=1, stale-if-error=86400";

    /// <summary>For what programs fetch by the clock: some minutes are nothing to them.</summary>
    public const string ForPrograms = "public, max-age=300, stale-if-error=86400";

    public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext, page, vary, policy);

    /// <summary>The answer itself, for who has no action.</summary>
    public static Task WriteAsync(HttpContext http, CachedPage page, string vary = "Accept-Encoding", string policy = Policy)
    {
        var (request, response) = (http.Request, http.Response);
        var headers = response.Headers;
        headers.ETag = page.ETag;
        headers.Vary = vary;
        if (headers.SetCookie.Count == 0)
        {
            headers.CacheControl = policy;
        }

        if (page.ContentPolicy is not null)
        {
            headers.ContentSecurityPolicy = page.ContentPolicy;
        }

        if (page.Next is not null)
        {
            headers.Link = $"<{page.Next.AbsoluteUri}>; rel=\"next\"";
        }

        if (page.Language.Length > 0)
        {
            headers.ContentLanguage = page.Language;
        }

        if (page.Status == StatusCodes.Status200OK && Has(request, page.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (bytes, encoding) = Form(page, request.Headers.AcceptEncoding.ToString());
        response.StatusCode = page.Status;
        response.ContentType = page.ContentType;
        response.ContentLength = bytes.Length;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static bool Has(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.Count > 0
        && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));

    private static (byte[] Bytes, string? Encoding) Form(CachedPage page, string accepted) => accepted switch
    {
        "" => (page.Plain, null),
        _ when Takes(accepted, "br") => (page.Brotli, "br"),
        _ when Takes(accepted, "gzip") => (page.Gzip, "gzip"),
        _ => (page.Plain, null),
    };

    internal static bool Takes(string accepted, string encoding)
    {
        // Browsers send a plain list; only a list with weights has to be read as one.
        if (accepted.Contains(';', StringComparison.Ordinal))
        {
            return StringWithQualityHeaderValue.TryParseList([accepted], out var wishes)
                && wishes.Any(w => w.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && w.Quality is null or > 0);
        }

        foreach (var wish in accepted.AsSpan().Split(','))
        {
            if (accepted.AsSpan(wish).Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
