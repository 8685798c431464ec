using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>Which part of the queue is looked at.</summary>
public enum QueueShow
{
    Waiting,

    /// <summary>Live by link already, unlisted until somebody has looked.</summary>
    Live,
    Flagged,
    Parked,
}

/// <param name="Since">When its waiting began.</param>
public sealed record QueueItem(Guid Id, string Title, string Organisation, DateTimeOffset Since, ReviewAge Age, Guid? ClaimedBy, string? ClaimedByName);

/// <param name="Ages">How many wait in each colour, before the colour filter.</param>
/// <param name="Numbers">How many stand behind each filter.</param>
public sealed record QueuePage(
    QueueShow Show, ReviewAge? Age, IReadOnlyList<QueueItem> Items, IReadOnlyDictionary<ReviewAge, int> Ages, IReadOnlyDictionary<QueueShow, int> Numbers);

/// <summary>Campaigns that wait for a moderator, over all organisations, oldest first.</summary>
public sealed class ReviewQueue(PetitionsDb db, TimeProvider clock, ReviewOptions options)
{
    private const int MostItems = 300;

    public async Task<QueuePage> LoadAsync(QueueShow show, ReviewAge? age, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await Aged(Of(show), age, now)
            .OrderBy(c => c.SubmittedAt)
            .Take(MostItems)
            .Titled()
            .Join(db.Organisations, c => c.Campaign.TenantId, o => o.Id, (c, o) => new
            {
                c.Campaign.Id,
                c.Title,
                o.Name,
                Since = c.Campaign.SubmittedAt ?? c.Campaign.CreatedAt,
                c.Campaign.ClaimedBy,
                Claimer = db.Users.Where(u => u.Id == c.Campaign.ClaimedBy).Select(u => u.Name).FirstOrDefault(),
            })
            .OrderBy(r => r.Since)
            .ToListAsync(ct);
        var ages = new Dictionary<ReviewAge, int>();
        foreach (var each in Enum.GetValues<ReviewAge>())
        {
            ages[each] = await Aged(Of(show), each, now).CountAsync(ct);
        }

        return new QueuePage(
            show,
            age,
            rows.ConvertAll(r => new QueueItem(r.Id, r.Title, r.Name, r.Since, options.AgeOf(r.Since, now), r.ClaimedBy, r.Claimer)),
            ages,
            await NumbersAsync(ct));
    }

    public async Task<IReadOnlyDictionary<QueueShow, int>> NumbersAsync(CancellationToken ct)
    {
        var numbers = new Dictionary<QueueShow, int>();
        foreach (var show in Enum.GetValues<QueueShow>())
        {
            numbers[show] = await Of(show).CountAsync(ct);
        }

        return numbers;
    }

    private IQueryable<Campaign> Aged(IQueryable<Campaign> campaigns, ReviewAge? age, DateTimeOffset now)
    {
        if (age is not { } asked)
        {
            return campaigns;
        }

        var until = options.BeginOf(asked, now);
        var older = campaigns.Where(c => (c.SubmittedAt ?? c.CreatedAt) <= until);
        if (asked == ReviewAge.Late)
        {
            return older;
        }

        var from = options.BeginOf(asked + 1, now);
        return older.Where(c => (c.SubmittedAt ?? c.CreatedAt) > from);
    }

    private IQueryable<Campaign> Of(QueueShow show)
    {
        var campaigns = db.AcrossTenants<Campaign>().AsNoTracking();
        return show switch
        {
            QueueShow.Waiting => campaigns.Where(c => c.Status == CampaignStatus.Submitted && c.Mark == ReviewMark.None),
            QueueShow.Live => campaigns.Where(c => c.Status == CampaignStatus.Published && c.ReviewedAt == null),
            QueueShow.Flagged => campaigns.Where(c => c.Status == CampaignStatus.Submitted && c.Mark == ReviewMark.Flagged),
            QueueShow.Parked => campaigns.Where(c => c.Status == CampaignStatus.Submitted && c.Mark == ReviewMark.Parked),
        };
    }
}
