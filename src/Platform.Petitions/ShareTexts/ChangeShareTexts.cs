using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.ShareTexts;

/// <summary>What happens to a campaign's share texts, each with its audit line. Campaigns are of the current organisation.</summary>
public sealed class ChangeShareTexts(PetitionsDb db, DatabaseClock clock, Audit audit, CampaignChanges changes)
{
    /// <returns>False when nothing happened, here and below.</returns>
    public Task<bool> OfferAsync(Guid campaign, string language, IReadOnlyList<string> words, CancellationToken ct) => ChangeAsync(
        campaign, "share-texts.offer", $"{language}: {string.Join(" / ", words)}", (found, newest, now) => found.OfferShareTexts(language, words, newest, now), ct);

    /// <param name="number">Null for the usual words.</param>
    public Task<bool> KeepAsync(Guid campaign, string language, int? number, CancellationToken ct) => ChangeAsync(
        campaign, "share-texts.keep", number is null ? $"{language}: none" : $"{language}: text {number}", (found, newest, now) => found.KeepShareText(language, number, newest, now), ct);

    /// <summary>By staff.</summary>
    /// <param name="because">What its organisers read.</param>
    public Task<bool> RemoveAsync(Guid campaign, int number, string because, CancellationToken ct) => ChangeAsync(
        campaign, "share-texts.remove", $"text {number}: {because}", (found, newest, now) => found.RemoveShareText(number, because, newest, now), ct);

    private async Task<bool> ChangeAsync(Guid id, string action, string detail, Func<Campaign, long, DateTimeOffset, bool> change, CancellationToken ct)
    {
        // Read under the lock and not before it: whoever else writes in this row comes before or after.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select from petitions.campaigns where id = {id} for no key update", ct);
        var newest = await db.Counts.Where(c => c.CampaignId == id).Select(c => c.Numbered).SingleOrDefaultAsync(ct);
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } campaign || !change(campaign, newest, await clock.NowAsync(ct)))
        {
            return false;
        }

        audit.Note(action, id, detail);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Mark(id);
        return true;
    }
}
