using System.Security.Cryptography;
using System.Text;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Branding;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Paper;

/// <summary>Posters and sheets as PDF, made once for each wording and kept beside the pictures.</summary>
public sealed class PaperPrints(IBlobStore blobs, PictureFiles pictures, PageRenderer renderer, PaperStyle style, PdfPress press, TenantContext tenant)
{
    private const int VersionLength = 6;

    /// <returns>Null when none is kept and none can be made now.</returns>
    public async Task<Stream?> OpenAsync(PaperView view, Language language, CancellationToken ct)
    {
        var html = await HtmlAsync(view, language, ct);
        var version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)).AsSpan(0, VersionLength));
        var name = $"paper/{view.Campaign.Id:N}/{view.Name}-{view.Size}-{version}.pdf";
        if (await blobs.OpenAsync(name, ct) is { } kept)
        {
            return kept;
        }

        if (await press.PrintAsync(html, ct) is not { } pdf)
        {
            return null;
        }

        await blobs.WriteAsync(name, pdf, ct);
        return new MemoryStream(pdf, writable: false);
    }

    /// <summary>The page's own sheet in a document that needs nothing else. Everything in it was encoded by the view.</summary>
    private async Task<string> HtmlAsync(PaperView view, Language language, CancellationToken ct)
    {
        var sheet = await renderer.RenderPartAsync($"/Paper/_{view.Kind}.cshtml", view, language);
        if (view.Campaign.Picture is { } picture && await pictures.SourceAsync(picture.Id, ct) is { } jpeg)
        {
            sheet = Inside(sheet, picture.Address, "image/jpeg", jpeg);
        }

        if (tenant.Look?.Logo is { } logo && await blobs.OpenAsync(Logo.BlobNameOf(logo), ct) is { } file)
        {
            await using var opened = file;
            using var webp = new MemoryStream();
            await opened.CopyToAsync(webp, ct);
            sheet = Inside(sheet, logo.Address, "image/webp", webp.ToArray());
        }

        return $$"""
            <!DOCTYPE html>
            <html lang="{{language.Code}}" dir="{{language.Direction}}">
            <head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
            <title>{{System.Net.WebUtility.HtmlEncode(view.Campaign.Title)}}</title>
            <style>{{style.Css}} {{tenant.Look?.Style}} @page { size: {{view.Size}} portrait; margin: 0 }</style></head>
            <body><main>{{sheet}}</main></body></html>
            """;
    }

    private static string Inside(string sheet, string address, string type, byte[] bytes) =>
        sheet.Replace($"src=\"{address}\"", $"src=\"data:{type};base64,{Convert.ToBase64String(bytes)}\"", StringComparison.Ordinal);
}
