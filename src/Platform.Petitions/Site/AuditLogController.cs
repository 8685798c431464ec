using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Site;

/// <summary>Who did what when, newest first.</summary>
[AdminPage(PlatformRole.Admin)]
[AcrossTenants]
public sealed class AuditLogController(PetitionsDb db) : Controller
{
    private const int PageSize = 50;

    /// <param name="before">Id of the last line of the page before.</param>
    [HttpGet("/admin/audit")]
    public async Task<IActionResult> Index(string? action, string? who, string? organisation, long? before, CancellationToken ct)
    {
        var entries = db.Audit.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(action))
        {
            entries = entries.Where(a => a.Action.StartsWith(action.Trim()));
        }

        if (!string.IsNullOrWhiteSpace(who))
        {
            var pattern = LikePattern.Containing(who.Trim());
            entries = entries.Where(a => EF.Functions.ILike(a.ActorName, pattern, LikePattern.Sign));
        }

        if (!string.IsNullOrWhiteSpace(organisation))
        {
            entries = entries.Where(a => db.Organisations.Any(o => o.Id == a.TenantId && o.Slug == organisation.Trim()));
        }

        if (before is { } id)
        {
            entries = entries.Where(a => a.Id < id);
        }

        var lines = await entries
            .OrderByDescending(a => a.Id)
            .Take(PageSize + 1)
            .Select(a => new AuditLine(a, db.Organisations.Where(o => o.Id == a.TenantId).Select(o => o.Name).FirstOrDefault()))
            .ToListAsync(ct);
        var more = lines.Count > PageSize;
        return View("AuditLog", new AuditLogView(lines.Take(PageSize).ToList(), action, who, organisation, more ? lines[PageSize - 1].Entry.Id : null));
    }
}

public sealed record AuditLine(AuditEntry Entry, string? Organisation);

public sealed record AuditLogView(IReadOnlyList<AuditLine> Lines, string? Action, string? Who, string? Organisation, long? Older);
