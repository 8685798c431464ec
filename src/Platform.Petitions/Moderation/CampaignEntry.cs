using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>Staff's way to one campaign: finds whose it is, and from there works inside that organisation alone.</summary>
public sealed class CampaignEntry(PetitionsDb db, TenantContext tenant)
{
    /// <returns>The tracked campaign with its texts, or null.</returns>
    public async Task<Campaign?> EnterAsync(Guid id, CancellationToken ct)
    {
        var owner = await db.AcrossTenants<Campaign>()
            .Where(c => c.Id == id)
            .Join(db.Organisations, c => c.TenantId, o => o.Id, (c, o) => new { o.Id, o.Slug })
            .SingleOrDefaultAsync(ct);
        if (owner is null)
        {
            return null;
        }

        tenant.Set(owner.Id, owner.Slug);
        return await db.Campaigns.Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == id, ct);
    }
}
