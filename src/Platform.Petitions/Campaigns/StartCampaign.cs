using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Petitions.Counting;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Campaigns;

/// <summary>Begins a draft: campaign, its address, its count rows and the audit line in one transaction.</summary>
public sealed class StartCampaign(PetitionsDb db, CampaignSlugs slugs, Audit audit, TimeProvider clock)
{
    private const int Tries = 5;

    /// <param name="title">May still be empty.</param>
    /// <param name="timeZone">IANA name of the zone its dates are said in.</param>
    public async Task<Campaign> RunAsync(Guid author, string title, string language, string timeZone, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var campaign = new Campaign(author, await slugs.SuggestAsync(title, language, ct), language, timeZone);
            campaign.Write(language, title, "", "", author, clock.GetUtcNow());
            db.Add(campaign);
            db.Add(new SlugRecord { Slug = campaign.Slug, CampaignId = campaign.Id });
            db.Add(new CampaignCount { CampaignId = campaign.Id });
            db.Add(new CampaignSubmissions { CampaignId = campaign.Id });
            audit.Note("campaign.start", campaign.Id);
            try
            {
                await db.SaveChangesAsync(ct);
                return campaign;
            }
            catch (DbUpdateException failure) when (attempt < Tries && failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // Somebody took the same address in between: nothing was written, so the next free one is tried.
                db.ChangeTracker.Clear();
            }
        }
    }
}
