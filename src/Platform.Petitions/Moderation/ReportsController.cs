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
        var lines = await db.AcrossTenants<CampaignReport>().AsNoTracking()
            .Where(r => r.HandledAt == null)
            .OrderBy(r => r.At)
            .Take(MostReports)
            .WithSubjects(db.AcrossTenants<Signature>(), db.AcrossTenants<CampaignUpdate>())
            .ToListAsync(ct);
        var ids = lines.Select(l => l.Report.CampaignId).Distinct().ToList();
        var campaigns = await db.AcrossTenants<Campaign>().Where(c => ids.Contains(c.Id)).Titled().ToDictionaryAsync(c => c.Campaign.Id, ct);
        return View("Reports", lines
            .GroupBy(l => l.Report.CampaignId)
            .Select(g => new ReportedCampaign(g.Key, campaigns[g.Key].Title, campaigns[g.Key].Campaign.Status, [.. g]))
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
