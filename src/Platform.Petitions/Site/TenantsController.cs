using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Site;

/// <summary>The organisations on the platform. A suspended one has no pages.</summary>
[AdminPage(PlatformRole.Admin)]
[AcrossTenants]
public sealed class TenantsController(PetitionsDb db, TenantContext tenant, Audit audit, TimeProvider clock) : Controller
{
    private const int MostLines = 100;

    [HttpGet("/admin/organisations")]
    public async Task<IActionResult> Index(string? q, CancellationToken ct)
    {
        var organisations = db.Organisations.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(q))
        {
            var pattern = LikePattern.Containing(q.Trim());
            organisations = organisations.Where(o => EF.Functions.ILike(o.Name, pattern, LikePattern.Sign) || o.Slug == q.Trim());
        }

        var campaigns = db.AcrossTenants<Campaign>();
        var members = db.AcrossTenants<Membership>();
        return View("Tenants", new TenantsView(q, await organisations
            .OrderBy(o => o.Name)
            .Take(MostLines)
            .Select(o => new TenantLine(o, campaigns.Count(c => c.TenantId == o.Id), members.Count(m => m.TenantId == o.Id)))
            .ToListAsync(ct)));
    }

    [HttpPost("/admin/organisations/{id:guid}/suspend")]
    public async Task<IActionResult> Suspend(Guid id, bool suspended, CancellationToken ct)
    {
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } organisation)
        {
            return NotFound();
        }

        tenant.Set(id, organisation.Slug);
        if (suspended)
        {
            organisation.Suspend(clock.GetUtcNow());
        }
        else
        {
            organisation.Resume();
        }

        audit.Note(suspended ? "organisation.suspend" : "organisation.resume", detail: organisation.Slug);
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/organisations");
    }
}

public sealed record TenantLine(Organisation Organisation, int Campaigns, int Members);

public sealed record TenantsView(string? Query, IReadOnlyList<TenantLine> Lines);
