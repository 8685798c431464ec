using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Moderation;

/// <summary>Where staff begin: what waits, and the search.</summary>
[AdminPage]
[AcrossTenants]
public sealed class StaffHomeController(PetitionsDb db, ReviewQueue queue, Corrections corrections) : Controller
{
    [HttpGet("/admin")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var page = await queue.LoadAsync(QueueShow.Waiting, null, ct);
        var reports = await db.AcrossTenants<CampaignReport>().CountAsync(r => r.HandledAt == null, ct);
        return View("Home", new StaffHomeView(page, reports, (await corrections.ListAsync(ct)).Count));
    }
}

public sealed record StaffHomeView(QueuePage Queue, int Reports, int Corrections);
