using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Organisations;

/// <summary>Owners of the scope's organisation, for other modules' mails.</summary>
internal sealed class Owners(PetitionsDb db, TenantContext tenant) : IOwners
{
    public async Task<IReadOnlyList<Guid>> AllAsync(CancellationToken ct) => await Active().Select(m => m.UserId).ToListAsync(ct);

    public async Task<OwnerEntry?> FindAsync(Guid user, CancellationToken ct) =>
        await Active().Where(m => m.UserId == user).Select(m => new OwnerEntry(m.UserId, m.User.Name, m.User.Email!, m.Organisation.Language)).SingleOrDefaultAsync(ct);

    private IQueryable<Membership> Active() =>
        db.Memberships.Where(m => m.TenantId == tenant.Id && m.Role == MemberRole.Owner && m.User.SuspendedAt == null && m.User.EmailConfirmed);
}
