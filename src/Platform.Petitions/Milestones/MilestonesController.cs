using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;
using Platform.Petitions.News;

namespace Platform.Petitions.Milestones;

/// <summary>What milestones caused, and what the next ones would.</summary>
[OrganiserPage]
[Route("/{org}/desk/campaigns/{id:guid}/milestones")]
public sealed class MilestonesController(PetitionsDb db, DraftDesk desk, NewsAudience audience) : Controller
{
    private const int Ahead = 4;

    /// <param name="at">The milestone to try. Who would get a mail is counted only then: it asks every signature.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, long? at, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var count = await db.Counts.Where(c => c.CampaignId == id).Select(c => c.Confirmed).SingleOrDefaultAsync(ct);
        var ledger = await db.MilestoneNotices.AsNoTracking().Where(m => m.CampaignId == id).OrderByDescending(m => m.Milestone).ThenBy(m => m.Class).ToListAsync(ct);
        var noticed = ledger.Select(m => m.Milestone).ToHashSet();
        var ahead = MilestonePlan.Of(campaign.Goal).Where(m => m > count && !noticed.Contains(m)).Take(Ahead).ToList();
        var tried = ahead.Contains(at ?? 0) ? at : null;
        return View("/Milestones/Show.cshtml", new MilestonesView(
            campaign, count, ledger, ahead, tried ?? ahead.FirstOrDefault(), tried is null ? null : await audience.CountAsync(campaign.TenantId, id, ct)));
    }
}

/// <param name="Ahead">The next milestones that nobody was told of yet.</param>
/// <param name="At">The one tried, or the next.</param>
/// <param name="Signers">Who would get a mail if it were reached now; null before one is tried.</param>
public sealed record MilestonesView(Campaign Campaign, long Count, IReadOnlyList<MilestoneNotice> Ledger, IReadOnlyList<long> Ahead, long At, long? Signers);
