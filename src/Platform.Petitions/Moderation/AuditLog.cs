using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Moderation;

/// <summary>Acts of other modules, in the one log.</summary>
internal sealed class AuditLog(CurrentUser user, TenantContext tenant) : IAuditLog
{
    private const string Job = "system";

    public Task NoteAsync(DbContext db, string action, Guid? campaign, string? detail, CancellationToken ct)
    {
        var (actor, name) = (user.Id, user.SignedIn ? user.Name : Job);
        detail = detail is { Length: > AuditEntry.LongestDetail } ? detail[..AuditEntry.LongestDetail] : detail;
        return db.Database.ExecuteSqlAsync(
            $"insert into petitions.audit_entries (tenant_id, campaign_id, actor, actor_name, action, detail) values ({tenant.Id}, {campaign}, {actor}, {name}, {action}, {detail})", ct);
    }
}
