using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Signers;

/// <summary>Everybody who signed, newest first, a hundred a page. Not there where the campaign shows no names.</summary>
[PublicPage]
public sealed class SignersController(CampaignViews campaigns, SignerLists signers, PageRenderer renderer, Catalogue catalogue) : Controller
{
    private const int PageSize = 100;

    /// <param name="before">Number of the last one of the page before.</param>
    [HttpGet("/{org}/{slug}/signers"), HttpHead("/{org}/{slug}/signers")]
    public async Task<IActionResult> Show(string slug, string? lang, long? before, CancellationToken ct)
    {
        var asked = AskedLanguage.Of(lang);
        if (await campaigns.FindAsync(slug.ToLowerInvariant(), asked, ct) is not { Rule.Count: true, PublicNames: true } campaign)
        {
            return NotFound();
        }

        var found = await signers.ReadAsync(campaign.Id, campaign.PublicNames, before, PageSize + 1, ct);
        var view = new SignersView(campaign, [.. found.Take(PageSize)], before, found.Count > PageSize);
        return new CachedPageResult(await renderer.RenderAsync(this, "/Signers/Signers.cshtml", view, catalogue.Find(asked) ?? catalogue.Find(campaign.TextLanguage) ?? catalogue.Default));
    }
}

/// <param name="Before">Null on the first page.</param>
public sealed record SignersView(CampaignView Campaign, IReadOnlyList<SignerLine> Signers, long? Before, bool More);
