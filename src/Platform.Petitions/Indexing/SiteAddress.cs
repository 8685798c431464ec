using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Indexing;

/// <summary>The address other sites know this host by.</summary>
public sealed class SiteAddress(PetitionsDb db, TenantContext tenant, Links links)
{
    /// <returns>The organisation's own domain where it has one, else the platform.</returns>
    public async Task<Uri> HomeAsync(CancellationToken ct) =>
        tenant.Id is { } id && await db.Organisations.Where(o => o.Id == id).Select(o => new { o.Slug, o.Domain }).SingleOrDefaultAsync(ct) is { Domain: { } domain } own
            ? links.Organisation(own.Slug, domain)
            : links.To("/");
}
