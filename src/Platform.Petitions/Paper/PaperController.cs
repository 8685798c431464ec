using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Sharing;

namespace Platform.Petitions.Paper;

/// <summary>A petition on paper: pages that every browser prints, and the same as PDF where the server has a browser of its own.</summary>
[PublicPage]
public sealed class PaperController(
    CampaignViews campaigns, PaperPrints prints, PdfPress press, PageCache cache, PageRenderer renderer, TenantContext tenant, Catalogue catalogue, Localiser texts) : Controller
{
    [HttpGet("/{org}/{slug}/poster"), HttpHead("/{org}/{slug}/poster")]
    public Task<IActionResult> Poster(string slug, string? lang, string? paper, CancellationToken ct) => ShowAsync(PaperKind.Poster, slug, lang, paper, ct);

    [HttpGet("/{org}/{slug}/sheet"), HttpHead("/{org}/{slug}/sheet")]
    public Task<IActionResult> Sheet(string slug, string? lang, string? paper, CancellationToken ct) => ShowAsync(PaperKind.Sheet, slug, lang, paper, ct);

    [HttpGet("/{org}/{slug}/poster.pdf"), HttpHead("/{org}/{slug}/poster.pdf")]
    public Task<IActionResult> PosterPdf(string slug, string? lang, string? paper, CancellationToken ct) => PrintAsync(PaperKind.Poster, slug, lang, paper, ct);

    [HttpGet("/{org}/{slug}/sheet.pdf"), HttpHead("/{org}/{slug}/sheet.pdf")]
    public Task<IActionResult> SheetPdf(string slug, string? lang, string? paper, CancellationToken ct) => PrintAsync(PaperKind.Sheet, slug, lang, paper, ct);

    private async Task<IActionResult> ShowAsync(PaperKind kind, string slug, string? lang, string? paper, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        var (asked, size) = (AskedLanguage.Of(lang), SizeOf(kind, paper));
        return await cache.GetAsync(("paper", tenant.Id, tenant.Root, slug, asked, kind, size), made => MakeAsync(kind, slug, asked, size, made), ct) is { } page
            ? new CachedPageResult(page)
            : await ElsewhereAsync(slug, ct);
    }

    private async Task<IActionResult> PrintAsync(PaperKind kind, string slug, string? lang, string? paper, CancellationToken ct)
    {
        slug = slug.ToLowerInvariant();
        if (await FindAsync(kind, slug, AskedLanguage.Of(lang), SizeOf(kind, paper), ct) is not var (view, language))
        {
            return await ElsewhereAsync(slug, ct);
        }

        if (await prints.OpenAsync(view, language, ct) is { } pdf)
        {
            Response.Headers.CacheControl = "public, max-age=300";
            return File(pdf, "application/pdf", $"{slug}-{view.Name}-{view.Size}.pdf");
        }

        if (!view.Press)
        {
            return Redirect(view.Address());
        }

        texts.Language = language;
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers.RetryAfter = "30";
        return View("/Paper/Paper.cshtml", view with { Failed = true });
    }

    private async Task<CachedPage?> MakeAsync(PaperKind kind, string slug, string? asked, string size, CancellationToken ct) =>
        await FindAsync(kind, slug, asked, size, ct) is var (view, language) ? await renderer.RenderAsync(this, "/Paper/Paper.cshtml", view, language) : null;

    private async Task<(PaperView View, Language Language)?> FindAsync(PaperKind kind, string slug, string? asked, string size, CancellationToken ct) =>
        await campaigns.FindAsync(slug, asked, ct) is { IsGathering: true } view
            ? (new PaperView(view, kind, size, QrCode.Of(view.From(kind == PaperKind.Poster ? "poster" : "sheet").AbsoluteUri), press.IsThere),
                catalogue.Find(asked) ?? catalogue.Find(view.TextLanguage) ?? catalogue.Default)
            : null;

    /// <summary>Nobody collects names for a petition that has ended; its page says so.</summary>
    private async Task<IActionResult> ElsewhereAsync(string slug, CancellationToken ct) =>
        await campaigns.FindAsync(slug, language: (string?)null, ct) is { Rule.Words: true } view ? Redirect(view.Address) : NotFound();

    private static string SizeOf(PaperKind kind, string? paper) => PaperView.SizesOf(kind).FirstOrDefault(size => size == paper) ?? PaperView.Usual;
}
