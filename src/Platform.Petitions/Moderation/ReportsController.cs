using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Signatures;
using Platform.Petitions.Updates;

namespace Platform.Petitions.Moderation;

/// <summary>What readers reported, oldest first, one entry per campaign.</summary>
[AdminPage]
[AcrossTenants]
public sealed class ReportsController(PetitionsDb db, CampaignEntry entry, DatabaseClock clock, Audit audit, CurrentUser user) : Controller
{
    private const int MostReports = 500;

    [HttpGet("/admin/reports")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var rows = await db.AcrossTenants<CampaignReport>().AsNoTracking()
            .Where(r => r.HandledAt == null)
            .OrderBy(r => r.At)
            .Take(MostReports)
            .Join(db.AcrossTenants<Campaign>().Titled(), r => r.CampaignId, c => c.Campaign.Id, (r, c) => new
            {
                Report = r,
                Said = db.AcrossTenants<Signature>().Where(s => s.CampaignId == r.CampaignId && s.Id == r.About).Select(s => new SaidReason(s.Id, s.Number, s.Reason, s.ReasonHidden)).FirstOrDefault(),
                Told = db.AcrossTenants<CampaignUpdate>().Where(u => u.CampaignId == r.CampaignId && u.Id == r.About).Select(u => new ToldUpdate(u.Number, u.Title)).FirstOrDefault(),
                c.Campaign.Status,
                c.Title,
            })
            .OrderBy(r => r.Report.At)
            .ToListAsync(ct);
        return View("Reports", rows
            .GroupBy(r => r.Report.CampaignId)
            .Select(g => new ReportedCampaign(g.Key, g.First().Title, g.First().Status, [.. g.Select(r => new ReportLine(r.Report, r.Said, r.Told))]))
            .ToList());
    }

    /// <summary>Somebody looked; what follows is a decision of its own.</summary>
    [HttpPost("/admin/reports/{campaign:guid}/handled")]
    public async Task<IActionResult> Handled(Guid campaign, CancellationToken ct)
    {
        if (await entry.EnterAsync(campaign, ct) is null)
        {
            return NotFound();
        }

        var now = await clock.NowAsync(ct);
        var open = await db.Reports.Where(r => r.CampaignId == campaign && r.HandledAt == null).ToListAsync(ct);
        open.ForEach(r => (r.HandledAt, r.HandledBy) = (now, user.RequiredId));
        audit.Note("report.handled", campaign, $"{open.Count}");
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/reports");
    }
}

public sealed record ReportedCampaign(Guid Id, string Title, CampaignStatus Status, IReadOnlyList<ReportLine> Reports);
