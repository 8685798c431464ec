using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

public sealed record WaitingCorrection(Guid Campaign, string Language, int Version, string Title, string Organisation, string Author, DateTimeOffset EditedAt, bool IsTranslation);

/// <summary>Wordings of public campaigns, corrections and translations, that wait for a moderator, over all organisations, oldest first.</summary>
public sealed class Corrections(PetitionsDb db)
{
    private const int MostLines = 200;

    public Task<List<WaitingCorrection>> ListAsync(CancellationToken ct)
    {
        var texts = db.AcrossTenants<CampaignText>();
        return db.AcrossTenants<Campaign>()
            .Where(c => c.TextVersion > 0 && (c.Status == CampaignStatus.Published || c.Status == CampaignStatus.Suspended || c.Status == CampaignStatus.Closed))
            .Join(texts, c => c.Id, t => t.CampaignId, (c, t) => new { c, t })
            .Where(r => r.t.ApprovedAt == null && r.t.RefusedAt == null && !texts.Any(o => o.CampaignId == r.t.CampaignId && o.Language == r.t.Language && o.Version > r.t.Version))
            .OrderBy(r => r.t.EditedAt)
            .Take(MostLines)
            .Join(db.Organisations, r => r.c.TenantId, o => o.Id, (r, o) => new { r.c, r.t, o })
            .OrderBy(r => r.t.EditedAt)
            .Select(r => new WaitingCorrection(
                r.c.Id, r.t.Language, r.t.Version, r.t.Title, r.o.Name, db.Users.Where(u => u.Id == r.t.Author).Select(u => u.Name).FirstOrDefault() ?? "", r.t.EditedAt,
                !texts.Any(o => o.CampaignId == r.t.CampaignId && o.Language == r.t.Language && o.ApprovedAt != null)))
            .ToListAsync(ct);
    }
}
