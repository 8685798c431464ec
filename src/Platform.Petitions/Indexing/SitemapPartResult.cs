using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Indexing;

/// <summary>Answers with a part of the map while it is read. Not kept: a part in all its languages is megabytes, and few ask for it.</summary>
internal sealed class SitemapPartResult(IAsyncEnumerable<SitemapPage> pages) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response, ct) = (context.HttpContext.Request, context.HttpContext.Response, context.HttpContext.RequestAborted);

        // The database is asked before the answer begins, so that its absence can still be said.
        await using var reading = pages.GetAsyncEnumerator(ct);
        var any = await reading.MoveNextAsync();
        var zipped = CachedPageResult.Takes(request.Headers.AcceptEncoding.ToString(), "gzip");
        response.ContentType = SitemapWriter.ContentType;
        response.Headers.CacheControl = CachedPageResult.ForPrograms;
        response.Headers.Vary = "Accept-Encoding";
        if (zipped)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        if (HttpMethods.IsHead(request.Method))
        {
            return;
        }

        if (!zipped)
        {
            await SitemapWriter.WriteAsync(reading, any, response.Body, ct);
            return;
        }

        await using var zip = new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true);
        await SitemapWriter.WriteAsync(reading, any, zip, ct);
    }
}
