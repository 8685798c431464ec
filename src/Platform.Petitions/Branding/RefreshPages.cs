using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Live;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Branding;

/// <summary>After COMMIT: what all pages of an organisation show is another. Kept copies are old at once on this node; the others follow within seconds, as they look organisations up again.</summary>
public sealed class RefreshPages(PetitionsDb db, TenantDirectory directory, CampaignChanges changes)
{
    /// <param name="organisation">The current one.</param>
    /// <param name="domain">One it had or has got.</param>
    public async Task RunAsync(Organisation organisation, string? domain, CancellationToken ct)
    {
        directory.Forget(organisation.Slug, domain);
        foreach (var campaign in await db.Campaigns.Select(c => c.Id).ToListAsync(ct))
        {
            changes.Mark(campaign);
        }
    }
}
