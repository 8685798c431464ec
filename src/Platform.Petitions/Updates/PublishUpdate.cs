using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Moderation;
using Platform.Petitions.News;

namespace Platform.Petitions.Updates;

public enum PublishAnswer
{
    Done,

    /// <summary>There is no such draft: published already, or thrown away.</summary>
    Absent,

    /// <summary>Its petition cannot be read by everybody.</summary>
    NotNow,

    /// <summary>Something is missing or wrong in it.</summary>
    Unfinished,

    /// <summary>It was to be mailed, and another one was a short while ago. Nothing happened.</summary>
    MailedLately,
}

/// <summary>Publishes a draft: its number, an entry of the timeline, the audit line and the wish to mail it in one transaction.</summary>
public sealed class PublishUpdate(PetitionsDb db, DatabaseClock clock, UpdateMailings mailings, Audit audit, CampaignChanges changes)
{
    /// <param name="campaign">Of the current organisation.</param>
    /// <param name="mail">Also to those who want news, in the coming night.</param>
    public async Task<PublishAnswer> RunAsync(Campaign campaign, Guid id, bool mail, CancellationToken ct)
    {
        if (!CampaignUpdate.MayBePublished(campaign.Status))
        {
            return PublishAnswer.NotNow;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // One at a time for each campaign: numbers have no gap, and two who press at once mail once.
        await db.Database.ExecuteSqlAsync($"select from petitions.campaigns where id = {campaign.Id} for no key update", ct);
        if (await db.Updates.SingleOrDefaultAsync(u => u.CampaignId == campaign.Id && u.Id == id, ct) is not { IsDraft: true } update)
        {
            return PublishAnswer.Absent;
        }

        if (!UpdateForm.IsComplete(update))
        {
            return PublishAnswer.Unfinished;
        }

        var now = await clock.NowAsync(ct);
        if (mail && await mailings.ResumeAsync(campaign.Id, now, ct) is not null)
        {
            return PublishAnswer.MailedLately;
        }

        var number = await NextNumberAsync(campaign.Id, ct);
        update.Publish(number, now);
        db.Timeline.Add(new TimelineEntry { CampaignId = campaign.Id, Kind = UpdateTimeline.Kind, Number = number, Note = update.Title });
        if (mail)
        {
            db.NewsMailings.Add(new NewsMailing { CampaignId = campaign.Id, Kind = NewsKind.Update, Subject = id });
        }

        audit.Note("update.publish", campaign.Id, mail ? $"update {number}, to be mailed" : $"update {number}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Mark(campaign.Id);
        return PublishAnswer.Done;
    }

    /// <summary>What the next one is called.</summary>
    public async Task<int> NextNumberAsync(Guid campaign, CancellationToken ct) =>
        (await db.Updates.Where(u => u.CampaignId == campaign).MaxAsync(u => u.Number, ct) ?? 0) + 1;
}
