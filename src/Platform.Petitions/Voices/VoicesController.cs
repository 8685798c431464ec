using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Voices;

/// <summary>All reasons of a campaign's signers, and a word of thanks for one of them.</summary>
[PublicPage]
public sealed class VoicesController(CampaignViews campaigns, VoiceLists voices, ThankReason thank, PageRenderer renderer, TenantContext tenant, Catalogue catalogue, Localiser texts) : Controller
{
    private const int PageSize = 20;
    private const string ByThanks = "thanks";

    /// <param name="sort"><c>thanks</c>, else the newest first.</param>
    /// <param name="before">Signer number of the last one of the page before.</param>
    [HttpGet("/{org}/{slug}/reasons"), HttpHead("/{org}/{slug}/reasons")]
    public async Task<IActionResult> Show(string slug, string? lang, string? sort, long? before, CancellationToken ct)
    {
        var asked = AskedLanguage.Of(lang);
        if (await campaigns.FindAsync(slug.ToLowerInvariant(), asked, ct) is not { Rule.Count: true } campaign)
        {
            return NotFound();
        }

        var byThanks = sort == ByThanks;
        var found = byThanks
            ? await voices.MostThankedAsync(campaign.Id, campaign.PublicNames, ct)
            : await voices.NewestAsync(campaign.Id, campaign.PublicNames, before, PageSize + 1, ct);
        var view = new VoicesView(campaign, byThanks ? found : [.. found.Take(PageSize)], byThanks, before, !byThanks && found.Count > PageSize);
        return new CachedPageResult(await renderer.RenderAsync(this, "/Voices/Voices.cshtml", view, catalogue.Find(asked) ?? catalogue.Find(campaign.TextLanguage) ?? catalogue.Default));
    }

    [HttpPost("/{org}/{slug}/reasons/{number:long}/thanks")]
    [IgnoreAntiforgeryToken]
    [SameOrigin]
    public async Task<IActionResult> Thank(string slug, long number, string? lang, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if (await campaigns.CountAsync(slug.ToLowerInvariant(), ct) is not { } campaign
            || await thank.RunAsync(tenant.Id!.Value, campaign.Id, number, HttpContext.Connection.RemoteIpAddress, Request.Headers.UserAgent.ToString(), ct) is not { } thanks)
        {
            return NotFound();
        }

        if (Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal))
        {
            texts.Language = catalogue.Find(lang) ?? texts.Language;
            return Json(new { words = texts["voices.thanks", ("count", thanks)] });
        }

        // The list that begins with this reason has the new number at once; the kept page of the campaign follows some seconds later.
        return LocalRedirect(FormattableString.Invariant($"{campaign.Address}/reasons?before={number + 1}&lang={AskedLanguage.Of(lang) ?? campaign.TextLanguage}#reason-{number}"));
    }
}

/// <param name="Before">Null on the first page.</param>
public sealed record VoicesView(CampaignView Campaign, IReadOnlyList<SignerVoice> Voices, bool ByThanks, long? Before, bool More);
