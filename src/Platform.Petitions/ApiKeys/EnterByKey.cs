using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.ApiKeys;

/// <summary>Lets a request work for the organisation whose key it shows. Read on each request: a revoked key stops at once.</summary>
public sealed class EnterByKey(PetitionsDb db, TenantContext tenant, CurrentKey current, DatabaseClock clock)
{
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(5);

    /// <returns>False when nobody has this key, or not any more.</returns>
    public async Task<bool> RunAsync(string text, CancellationToken ct)
    {
        if (KeyToken.Read(text) is not { } token || (tenant.Id is { } here && here != token.Tenant)
            || await db.Organisations.Where(o => o.Id == token.Tenant && o.SuspendedAt == null).Select(o => o.Slug).SingleOrDefaultAsync(ct) is not { } organisation)
        {
            return false;
        }

        if (tenant.Id is null)
        {
            tenant.Set(token.Tenant, organisation);
        }

        if (await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == token.Key && k.RevokedAt == null, ct) is not { } key || !CryptographicOperations.FixedTimeEquals(key.SecretHash, token.Hash))
        {
            return false;
        }

        current.Set(key);
        var now = await clock.NowAsync(ct);
        if (key.LastUsedAt is not { } used || now - used > UseIsNoted)
        {
            await db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), ct);
        }

        return true;
    }
}
