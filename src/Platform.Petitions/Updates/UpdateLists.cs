using Microsoft.EntityFrameworkCore;

namespace Platform.Petitions.Updates;

/// <summary>Updates as strangers may read them: published, neither taken back nor hidden. Whether the petition itself may be read is its page's rule.</summary>
public sealed class UpdateLists(PetitionsDb db)
{
    private const int OnCampaignPage = 3;

    public async Task<UpdateGlance> FirstAsync(Guid campaign, CancellationToken ct)
    {
        var newest = await NewestAsync(campaign, before: null, OnCampaignPage, ct);
        return new UpdateGlance(newest, newest.Count < OnCampaignPage ? newest.Count : await Public(campaign).CountAsync(ct));
    }

    /// <param name="before">Number of the last one of the page before.</param>
    public async Task<IReadOnlyList<UpdateText>> NewestAsync(Guid campaign, int? before, int most, CancellationToken ct) =>
        await Texts(Public(campaign).Where(u => before == null || u.Number < before).OrderByDescending(u => u.Number)).Take(most).ToListAsync(ct);

    /// <summary>The other way round.</summary>
    /// <param name="after">Only what was published after this one.</param>
    public async Task<IReadOnlyList<UpdateText>> OldestAsync(Guid campaign, int after, int most, CancellationToken ct) =>
        await Texts(Public(campaign).Where(u => u.Number > after).OrderBy(u => u.Number)).Take(most).ToListAsync(ct);

    /// <returns>Also one that can no longer be read; null when there never was one.</returns>
    public Task<CampaignUpdate?> FindAsync(Guid campaign, int number, CancellationToken ct) =>
        db.Updates.AsNoTracking().SingleOrDefaultAsync(u => u.CampaignId == campaign && u.Number == number, ct);

    internal IQueryable<CampaignUpdate> Public(Guid campaign) =>
        db.Updates.AsNoTracking().Where(u => u.CampaignId == campaign && u.Number != null && u.TakenBackAt == null && u.HiddenAt == null);

    private static IQueryable<UpdateText> Texts(IQueryable<CampaignUpdate> updates) =>
        updates.Select(u => new UpdateText(u.Number!.Value, u.Language, u.Title, u.Body, u.PublishedAt!.Value, u.CorrectedAt));
}
