using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Platform.Core.Access;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Sharing;

/// <summary>The picture that stands beside a link to a campaign on other sites.</summary>
[PublicPage]
public sealed class ShareCardController(CampaignViews campaigns, ShareCards cards) : Controller
{
    // The page names a new address when the card changed; who kept an old one asks again once an hour.
    private const string Policy = "public, max-age=3600, stale-if-error=86400";

    [HttpGet("/{org}/{slug}/share.jpg"), HttpHead("/{org}/{slug}/share.jpg")]
    public Task<IActionResult> Wide(string slug, string? lang, CancellationToken ct) => ShowAsync(slug, lang, CardShape.Wide, ct);

    [HttpGet("/{org}/{slug}/share-square.jpg"), HttpHead("/{org}/{slug}/share-square.jpg")]
    public Task<IActionResult> Square(string slug, string? lang, CancellationToken ct) => ShowAsync(slug, lang, CardShape.Square, ct);

    private async Task<IActionResult> ShowAsync(string slug, string? lang, CardShape shape, CancellationToken ct)
    {
        var asked = AskedLanguage.Of(lang);
        if (await campaigns.FindAsync(slug.ToLowerInvariant(), asked, ct) is not { Rule: { Words: true, Count: true } } view)
        {
            return NotFound();
        }

        var card = cards.Of(view);
        Response.Headers.CacheControl = Policy;
        return File(await cards.OpenAsync(view.Id, card, shape, ct), "image/jpeg", lastModified: null, new EntityTagHeaderValue($"\"{shape.Name}-{card.Version}\""));
    }
}
