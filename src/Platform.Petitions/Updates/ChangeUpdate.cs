using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Moderation;
using Platform.Petitions.News;

namespace Platform.Petitions.Updates;

/// <summary>What happens to an update after it was published, each with its audit line. None of it mails anybody.</summary>
public sealed class ChangeUpdate(PetitionsDb db, DatabaseClock clock, Audit audit, CampaignChanges changes)
{
    /// <param name="update">Tracked, as everywhere here.</param>
    public async Task CorrectAsync(CampaignUpdate update, string title, string body, CancellationToken ct)
    {
        update.Correct(title, body, await clock.NowAsync(ct));
        await SaveAsync(update, "update.correct", $"update {update.Number}: {title}", ct);
    }

    /// <summary>A mail that is not laid yet never is; those that are find nothing to tell when their turn comes.</summary>
    public async Task TakeBackAsync(CampaignUpdate update, CancellationToken ct)
    {
        update.TakeBack(await clock.NowAsync(ct));
        await SaveAsync(update, "update.take-back", $"update {update.Number}", ct);
    }

    /// <summary>By staff.</summary>
    /// <param name="because">What its organisers read.</param>
    public async Task HideAsync(CampaignUpdate update, string because, CancellationToken ct)
    {
        update.Hide(because, await clock.NowAsync(ct));
        await SaveAsync(update, "update.hide", $"update {update.Number}: {because}", ct);
    }

    public Task ShowAsync(CampaignUpdate update, CancellationToken ct)
    {
        update.Show();
        return SaveAsync(update, "update.show", $"update {update.Number}", ct);
    }

    private async Task SaveAsync(CampaignUpdate update, string action, string detail, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        audit.Note(action, update.CampaignId, detail);
        await db.SaveChangesAsync(ct);
        await db.RetellAsync(update, ct);
        if (!update.IsPublic)
        {
            await db.NewsMailings.Where(m => m.CampaignId == update.CampaignId && m.Kind == NewsKind.Update && m.Subject == update.Id && m.DoneAt == null).ExecuteDeleteAsync(ct);
        }

        await transaction.CommitAsync(ct);
        changes.Mark(update.CampaignId);
    }
}
