using Microsoft.EntityFrameworkCore;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Moderation;
using Platform.Petitions.News;

namespace Platform.Petitions.Desk;

/// <summary>Says what came of a campaign: state, audit line, an entry of its public history and the wish to mail it in one transaction.</summary>
public sealed class DeclareOutcome(PetitionsDb db, DatabaseClock clock, NewsAudience audience, Audit audit, CampaignChanges changes)
{
    /// <param name="campaign">Tracked.</param>
    /// <param name="mail">Also to those who want news, in the coming night. A campaign mails its outcome once, whatever is said later.</param>
    public async Task<MoveRefusal> RunAsync(Campaign campaign, Outcome outcome, string words, bool mail, CancellationToken ct)
    {
        var refusal = campaign.Declare(outcome, words, await clock.NowAsync(ct));
        if (refusal != MoveRefusal.None)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var asked = mail && await db.Database.ExecuteSqlAsync(
            $"""
            insert into petitions.news_mailings (tenant_id, campaign_id, kind, subject) values ({campaign.TenantId}, {campaign.Id}, {(int)NewsKind.Outcome}, {campaign.Id}) on conflict do nothing
            """,
            ct) == 1;
        audit.Note("campaign.outcome", campaign.Id, $"{outcome}{(asked ? ", to be mailed" : "")}: {words}");
        db.Timeline.Add(new TimelineEntry { CampaignId = campaign.Id, Kind = "outcome", Note = words });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Mark(campaign.Id);
        return MoveRefusal.None;
    }

    /// <summary>What of it was mailed, or would be.</summary>
    public async Task<OutcomeOffer> OfferAsync(Campaign campaign, CancellationToken ct) => new(
        await audience.CountAsync(campaign.TenantId, campaign.Id, ct),
        await db.NewsMailings.AsNoTracking().SingleOrDefaultAsync(m => m.CampaignId == campaign.Id && m.Kind == NewsKind.Outcome, ct));
}

/// <param name="Recipients">How many a mail would go to, counted now.</param>
/// <param name="Mailed">Null while it was not.</param>
public sealed record OutcomeOffer(long Recipients, NewsMailing? Mailed)
{
    public bool IsOpen => Recipients > 0 && Mailed is null;
}
