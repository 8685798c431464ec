using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Organisations;

/// <summary>An open invitation, found by its link.</summary>
public sealed record OpenInvitation(Guid TenantId, Guid Id, MemberRole Role, string Organisation, string Slug);

/// <summary>From a link to a membership. Reads over organisations until it knows which one.</summary>
public sealed class AcceptInvitation(PetitionsDb db, TenantContext tenant, DatabaseClock clock, CurrentUser me, Audit audit)
{
    /// <returns>Null when it is unknown, used, withdrawn or too old.</returns>
    public async Task<OpenInvitation?> FindAsync(string token, CancellationToken ct)
    {
        var (hash, now) = (InvitationTokens.Hash(token), await clock.NowAsync(ct));
        return await db.AcrossTenants<Invitation>()
            .Where(i => i.TokenHash == hash && i.AcceptedAt == null && i.ExpiresAt > now)
            .Join(db.Organisations.Where(o => o.SuspendedAt == null), i => i.TenantId, o => o.Id, (i, o) => new OpenInvitation(i.TenantId, i.Id, i.Role, o.Name, o.Slug))
            .SingleOrDefaultAsync(ct);
    }

    public async Task RunAsync(OpenInvitation open, CancellationToken ct)
    {
        tenant.Set(open.TenantId, open.Slug);
        var invitation = await db.Invitations.SingleAsync(i => i.Id == open.Id, ct);
        invitation.Accept(await clock.NowAsync(ct));
        if (!await db.Memberships.AnyAsync(m => m.UserId == me.RequiredId, ct))
        {
            db.Memberships.Add(new Membership(open.TenantId, me.RequiredId, invitation.Role));
            audit.Note("member.joined", detail: invitation.Role.ToString());
        }

        await db.SaveChangesAsync(ct);
    }
}
