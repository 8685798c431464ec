using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Confirming;

/// <summary>What else the organisation asks for, for somebody who has just signed.</summary>
public sealed class OtherCampaigns(PetitionsDb db, TimeProvider clock)
{
    private const int MostShown = 3;

    /// <returns>Open and listed ones, the newest first.</returns>
    public async Task<IReadOnlyList<OtherCampaign>> BesidesAsync(Guid campaign, string language, string root, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.Campaigns.AsNoTracking().Include(c => c.Texts).Listed()
            .Where(c => c.Id != campaign && c.Status == CampaignStatus.Published && (c.OpensAt == null || c.OpensAt <= now) && c.ClosesAt > now)
            .OrderByDescending(c => c.PublishedAt).Take(MostShown).ToListAsync(ct);
        return [.. open.Select(c => new OtherCampaign(c.TextIn(language)?.Title ?? c.Title, $"{root}/{c.Slug}"))];
    }
}

public sealed record OtherCampaign(string Title, string Path);
