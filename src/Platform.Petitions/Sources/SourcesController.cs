using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Drafting;
using Platform.Petitions.Sharing;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Sources;

/// <summary>How an organiser passes a campaign on: links with a source code, QR codes, paper.</summary>
[OrganiserPage]
[Route("/{org}/desk/campaigns/{id:guid}/sharing")]
public sealed class SourcesController(PetitionsDb db, DraftDesk desk, Links links, TenantContext tenant) : Controller
{
    private const int MostShown = 50;

    /// <param name="code">Where the link will be put, as a source code.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, string? code, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var typed = CleanText.SingleLine(code);
        var source = SignForm.CleanSource(typed);
        var domain = await db.Organisations.Where(o => o.Id == campaign.TenantId).Select(o => o.Domain).SingleAsync(ct);
        var page = links.Campaign(tenant.Slug, campaign.Slug, domain: domain);
        var link = source is null ? page : new Uri($"{page.AbsoluteUri}?from={source}");
        return View("/Sources/Sources.cshtml", new SourcesView(campaign, typed, source, link, QrCode.Of(link.AbsoluteUri), $"/{tenant.Slug}/{campaign.Slug}", await SharesAsync(id, ct)));
    }

    private async Task<IReadOnlyList<SourceShare>> SharesAsync(Guid id, CancellationToken ct)
    {
        var named = await db.Sources.AsNoTracking().Where(s => s.CampaignId == id && s.Confirmed > 0)
            .OrderByDescending(s => s.Confirmed).ThenBy(s => s.Source).Take(MostShown).Select(s => new SourceShare(s.Source, s.Confirmed)).ToListAsync(ct);
        var all = await db.Counts.Where(c => c.CampaignId == id).Select(c => c.Confirmed).SingleOrDefaultAsync(ct);
        return all - named.Sum(s => s.Confirmed) is var rest and > 0 ? [.. named, new SourceShare(null, rest)] : named;
    }
}
