using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;
using Platform.Petitions.CoSponsors;

namespace Platform.Petitions.Drafting;

/// <summary>The last look before sending it off: what is missing, and the page as everybody will see it.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/edit/preview")]
public sealed class PreviewController(CampaignViews pages, DraftDesk desk, CoSponsoring coSponsoring, Catalogue catalogue, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        if (!DraftRules.CanEdit(campaign.Status))
        {
            return LocalRedirect(desk.Address(id));
        }

        ViewData["Step"] = DraftStep.Preview;
        ViewData["Campaign"] = campaign;
        return View("/Drafting/preview.cshtml", new PreviewView(
            await pages.BuildAsync(campaign, catalogue.Find(campaign.Language) ?? catalogue.Default, ct),
            DraftGaps.Of(campaign, clock.GetUtcNow()),
            await coSponsoring.NeededAsync(ct)));
    }

    /// <summary>Markdown as the page will show it; the writing page asks while somebody types.</summary>
    [HttpPost("/{org}/desk/preview")]
    [RequestSizeLimit(256 * 1024)]
    public IActionResult Render([FromForm] string? text)
    {
        using var writer = new StringWriter();
        SafeMarkdown.Render(text).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return Content(writer.ToString(), "text/html; charset=utf-8");
    }
}

/// <param name="CoSponsors">How many people have to stand behind it before it is reviewed; 0 for none.</param>
public sealed record PreviewView(CampaignView Page, IReadOnlyList<DraftGap> Gaps, int CoSponsors);
