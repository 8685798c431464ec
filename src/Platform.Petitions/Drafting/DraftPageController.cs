using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Accounts;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>A draft shown to whoever holds its link: readable, not signable, in no index.</summary>
[PublicPage]
public sealed class DraftPageController(CampaignViews pages, DraftLinks links, EditDraft drafts, Catalogue catalogue, CurrentUser user) : Controller
{
    [HttpGet("/{org}/draft/{token:maxlength(64)}")]
    public async Task<IActionResult> Show(string org, string token, CancellationToken ct)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await links.FindAsync(token, ct) is not { } link || await drafts.FindAsync(link.CampaignId, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (campaign.HasPublicPage)
        {
            return LocalRedirect($"/{org}/{campaign.Slug}");
        }

        if (campaign.Status is CampaignStatus.Removed or CampaignStatus.Rejected or CampaignStatus.Suspended)
        {
            return NotFound();
        }

        return link.NeedsAccount && !user.SignedIn
            ? LocalRedirect($"{AccountServices.SignInPath}?returnUrl={Uri.EscapeDataString(Request.Path)}")
            : View("/Drafting/DraftPage.cshtml", await pages.BuildAsync(campaign, catalogue.Find(campaign.Language) ?? catalogue.Default, ct));
    }
}
