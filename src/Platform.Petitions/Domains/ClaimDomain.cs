using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Branding;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Domains;

/// <summary>An organisation names a domain as its own, or gives it back.</summary>
public sealed class ClaimDomain(PetitionsDb db, TenantContext tenant, TenancyOptions site, DatabaseClock clock, RefreshPages refresh, Audit audit)
{
    /// <returns>The key of what is wrong with what was typed; null when it is claimed.</returns>
    public async Task<string?> RunAsync(string? typed, CancellationToken ct)
    {
        var (host, problem) = DomainName.Read(typed, site);
        if (host is null)
        {
            return problem;
        }

        if (await db.Organisations.AnyAsync(o => o.Domain == host && o.Id != tenant.Id, ct))
        {
            return "account.domain-taken";
        }

        if (!await db.DomainClaims.AnyAsync(ct))
        {
            db.DomainClaims.Add(new DomainClaim(host, await clock.NowAsync(ct)));
            audit.Note("domain.claimed", detail: host);
            await db.SaveChangesAsync(ct);
        }

        return null;
    }

    public async Task GiveBackAsync(CancellationToken ct)
    {
        var organisation = await db.Organisations.SingleAsync(o => o.Id == tenant.Id, ct);
        var claim = await db.DomainClaims.SingleOrDefaultAsync(ct);
        if ((claim?.Host ?? organisation.Domain) is not { } host)
        {
            return;
        }

        if (claim is not null)
        {
            db.DomainClaims.Remove(claim);
        }

        organisation.UseDomain(null);
        audit.Note("domain.removed", detail: host);
        await db.SaveChangesAsync(ct);
        await refresh.RunAsync(organisation, host, ct);
    }
}
