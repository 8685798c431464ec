using System.Text;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Sharing;

/// <summary>The petition's address as a QR code, for whoever prints something of their own.</summary>
[PublicPage]
public sealed class QrCodeController(CampaignViews campaigns) : Controller
{
    /// <summary>Source code of signatures that come from a code which names no other.</summary>
    private const string Source = "qr";

    private const string Policy = "public, max-age=3600, stale-if-error=86400";

    /// <param name="from">Source code that signatures from it shall carry.</param>
    [HttpGet("/{org}/{slug}/qr.svg"), HttpHead("/{org}/{slug}/qr.svg")]
    public Task<IActionResult> Drawing(string slug, string? lang, string? from, CancellationToken ct) =>
        ShowAsync(slug, lang, from, "image/svg+xml", address => Encoding.UTF8.GetBytes(QrCode.Of(address).Svg()), ct);

    [HttpGet("/{org}/{slug}/qr.png"), HttpHead("/{org}/{slug}/qr.png")]
    public Task<IActionResult> Picture(string slug, string? lang, string? from, CancellationToken ct) => ShowAsync(slug, lang, from, "image/png", QrCode.Png, ct);

    private async Task<IActionResult> ShowAsync(string slug, string? lang, string? from, string type, Func<string, byte[]> draw, CancellationToken ct)
    {
        if (await campaigns.FindAsync(slug.ToLowerInvariant(), AskedLanguage.Of(lang), ct) is not { Rule.Words: true, State: not PageState.Rejected } view)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = Policy;
        return File(draw(view.From(SignForm.CleanSource(from) ?? Source).AbsoluteUri), type);
    }
}
