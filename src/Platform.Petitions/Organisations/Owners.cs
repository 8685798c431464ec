using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Accounts;

namespace Platform.Petitions.Organisations;

/// <summary>Owners of the scope's organisation, for other modules' mails; the platform's admins where the scope is of no organisation.</summary>
internal sealed class Owners(PetitionsDb db, TenantContext tenant) : IOwners
{
    public async Task<IReadOnlyList<Guid>> AllAsync(CancellationToken ct) =>
        await IsOrganisationAsync(ct) ? await Active().Select(m => m.UserId).ToListAsync(ct) : await Admins().Select(u => u.Id).ToListAsync(ct);

    public async Task<OwnerEntry?> FindAsync(Guid user, CancellationToken ct) => await IsOrganisationAsync(ct)
        ? await Active().Where(m => m.UserId == user).Select(m => new OwnerEntry(m.UserId, m.User.Name, m.User.Email!, m.Organisation.Language)).SingleOrDefaultAsync(ct)
        : await Admins().Where(u => u.Id == user).Select(u => new OwnerEntry(u.Id, u.Name, u.Email!, u.Language)).SingleOrDefaultAsync(ct);

    private Task<bool> IsOrganisationAsync(CancellationToken ct) => db.Organisations.AnyAsync(o => o.Id == tenant.Id, ct);

    private IQueryable<User> Admins() => db.Users.Where(u => u.PlatformRole == PlatformRole.Admin && u.SuspendedAt == null && u.EmailConfirmed);

    private IQueryable<Membership> Active() =>
        db.Memberships.Where(m => m.TenantId == tenant.Id && m.Role == MemberRole.Owner && m.User.SuspendedAt == null && m.User.EmailConfirmed);
}
