using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Desk;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Organisations;

public enum MemberChange
{
    Done,

    /// <summary>An organisation always has an owner.</summary>
    LastOwner,
    NotAMember,
}

/// <summary>Another role, or none. One at a time for each organisation, so that two owners cannot remove each other.</summary>
public sealed class ChangeMembers(PetitionsDb db, TenantContext tenant, HandOver handOver, Audit audit)
{
    /// <param name="role">Null ends the membership.</param>
    public async Task<MemberChange> RunAsync(Guid user, MemberRole? role, CancellationToken ct)
    {
        var id = tenant.Id ?? throw new InvalidOperationException("No organisation.");
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select 1 from petitions.organisations where id = {id} for update", ct);
        if (await db.Memberships.SingleOrDefaultAsync(m => m.UserId == user, ct) is not { } member)
        {
            return MemberChange.NotAMember;
        }

        if (member.Role == MemberRole.Owner && role != MemberRole.Owner && !await db.Memberships.AnyAsync(m => m.Role == MemberRole.Owner && m.UserId != user, ct))
        {
            return MemberChange.LastOwner;
        }

        if (role is { } next)
        {
            member.Become(next);
            audit.Note("member.role", detail: $"{user} {next}");
        }
        else
        {
            db.Memberships.Remove(member);
            audit.Note("member.removed", detail: user.ToString());
        }

        if (role is null or MemberRole.Viewer)
        {
            await handOver.RescueAsync(user, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return MemberChange.Done;
    }
}
