using Microsoft.EntityFrameworkCore;
using Platform.Petitions.News;

namespace Platform.Petitions.Updates;

/// <summary>When updates of a campaign may be mailed: one a day, so that nobody who wants news gets a flood.</summary>
public sealed class UpdateMailings(PetitionsDb db)
{
    private static readonly TimeSpan Apart = TimeSpan.FromHours(24);

    /// <returns>From when on the next one may be mailed; null when it may at once.</returns>
    public async Task<DateTimeOffset?> ResumeAsync(Guid campaign, DateTimeOffset now, CancellationToken ct) =>
        await db.NewsMailings.Where(m => m.CampaignId == campaign && m.Kind == NewsKind.Update).MaxAsync(m => (DateTimeOffset?)m.AskedAt, ct) is { } last && last + Apart > now
            ? last + Apart
            : null;
}
