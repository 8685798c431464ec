using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Organisations;

/// <summary>A new organisation with its first owner.</summary>
public sealed class FoundOrganisation(PetitionsDb db, TenantContext tenant, TenantDirectory directory, CurrentUser me, Audit audit)
{
    /// <param name="slug">Null takes one from the name.</param>
    /// <returns>Null when the slug belongs to somebody.</returns>
    public async Task<Organisation?> RunAsync(string name, string? slug, string language, CancellationToken ct)
    {
        var organisation = new Organisation(slug ?? await FreeAsync(Slug.From(name, "organisation", language), ct), name, language);
        tenant.Set(organisation.Id, organisation.Slug);
        db.Organisations.Add(organisation);
        db.Memberships.Add(new Membership(organisation.Id, me.RequiredId, MemberRole.Owner));
        audit.Note("organisation.founded", detail: organisation.Slug);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return null;
        }

        directory.Forget(organisation.Slug);
        return organisation;
    }

    private async Task<string> FreeAsync(string wanted, CancellationToken ct)
    {
        var slug = wanted;
        for (var number = 2; await db.Organisations.AnyAsync(o => o.Slug == slug, ct); number++)
        {
            slug = Slug.Numbered(wanted, number);
        }

        return slug;
    }
}
