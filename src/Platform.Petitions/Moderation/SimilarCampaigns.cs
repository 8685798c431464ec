using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>Campaigns that ask for nearly the same: public ones of the platform, and whatever the organisation itself has.</summary>
public sealed class SimilarCampaigns(PetitionsDb db)
{
    private const int MostCandidates = 200;
    private const int MostShown = 5;
    private const double LeastLikeness = 0.2;

    public async Task<IReadOnlyList<SimilarCampaign>> ToAsync(Campaign campaign, CancellationToken ct)
    {
        var title = campaign.NewestIn(campaign.Language)?.Title ?? "";
        var patterns = Similarity.WordsOf(title).Select(w => $"%{w}%").ToArray();
        if (patterns.Length == 0)
        {
            return [];
        }

        var candidates = await db.AcrossTenants<Campaign>()
            .Where(c => c.Id != campaign.Id && c.Status != CampaignStatus.Draft
                && (c.TenantId == campaign.TenantId || c.Status == CampaignStatus.Published || c.Status == CampaignStatus.Closed))
            .Where(c => c.Texts.Any(t => patterns.Any(p => EF.Functions.ILike(t.Title, p))))
            .OrderByDescending(c => c.CreatedAt)
            .Take(MostCandidates)
            .Titled()
            .Join(db.Organisations, c => c.Campaign.TenantId, o => o.Id, (c, o) => new { c.Campaign.Id, c.Campaign.TenantId, c.Campaign.Status, o.Name, c.Title })
            .ToListAsync(ct);
        return
        [
            .. candidates
                .Select(c => (Campaign: new SimilarCampaign(c.Id, c.Title, c.Name, c.Status, c.TenantId == campaign.TenantId), Likeness: Similarity.Between(title, c.Title)))
                .Where(c => c.Likeness >= LeastLikeness)
                .OrderByDescending(c => c.Likeness)
                .Take(MostShown)
                .Select(c => c.Campaign),
        ];
    }
}
