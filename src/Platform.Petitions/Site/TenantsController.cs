using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Domains;
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
        var claims = db.AcrossTenants<DomainClaim>();
        var now = clock.GetUtcNow();
        var lines = await organisations
            .OrderBy(o => o.Name)
            .Take(MostLines)
            .Select(o => new { o, Campaigns = campaigns.Count(c => c.TenantId == o.Id), Members = members.Count(m => m.TenantId == o.Id), Claim = claims.FirstOrDefault(c => c.TenantId == o.Id) })
            .ToListAsync(ct);
        return View("Tenants", new TenantsView(q, [.. lines.Select(l => new TenantLine(l.o, l.Campaigns, l.Members, l.o.Domain ?? l.Claim?.Host, DomainStates.Of(l.o.Domain, l.Claim, now)))]));
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

/// <param name="Domain">Their own, in use or claimed.</param>
public sealed record TenantLine(Organisation Organisation, int Campaigns, int Members, string? Domain, DomainState State);

public sealed record TenantsView(string? Query, IReadOnlyList<TenantLine> Lines);
