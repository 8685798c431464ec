using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.CoSponsors;
using Platform.Petitions.Database;
using Platform.Petitions.Drafting;
using Platform.Petitions.Milestones;

namespace Platform.Petitions.Desk;

/// <summary>Reads what the desk shows; numbers come from the counters, never from counting rows.</summary>
public sealed class DeskReader(PetitionsDb db, DatabaseClock clock, CoSponsoring coSponsoring, Links links, TenantContext tenant)
{
    private const int DaysShown = 30;

    public async Task<IReadOnlyList<DeskRow>> ListAsync(CancellationToken ct)
    {
        var campaigns = await db.Campaigns.AsNoTracking().Include(c => c.Texts).OrderByDescending(c => c.CreatedAt).ToListAsync(ct);
        var counts = await db.Counts.AsNoTracking().ToDictionaryAsync(c => c.CampaignId, c => c.Confirmed, ct);
        return [.. campaigns.Select(c => new DeskRow(c, counts.GetValueOrDefault(c.Id)))];
    }

    public async Task<DeskView?> FindAsync(Guid id, CancellationToken ct)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Texts).SingleOrDefaultAsync(c => c.Id == id, ct);
        if (campaign is null)
        {
            return null;
        }

        var now = await clock.NowAsync(ct);
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var days = await DaysAsync(id, today, ct);
        var organisation = await db.Organisations.SingleAsync(o => o.Id == campaign.TenantId, ct);
        return new DeskView
        {
            Campaign = campaign,
            Organisation = organisation.Name,
            Now = now,
            Counts = new DeskCounts(
                await db.Submissions.Where(s => s.CampaignId == id).Select(s => s.Submitted).SingleOrDefaultAsync(ct),
                await db.Counts.Where(c => c.CampaignId == id).Select(c => c.Confirmed).SingleOrDefaultAsync(ct),
                days[^1].Confirmed),
            Days = days,
            Timeline = await db.Timeline.AsNoTracking().Where(e => e.CampaignId == id).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(50).ToListAsync(ct),
            Gaps = DraftGaps.Of(campaign, now),
            RejectionReason = await db.RejectionReasons.Where(r => r.Code == campaign.RejectionCode).Select(r => r.Wording).SingleOrDefaultAsync(ct),
            CoSponsors = organisation.MinimumCoSponsors > 0 ? await coSponsoring.CountAsync(campaign, ct) : 0,
            CoSponsorsNeeded = organisation.MinimumCoSponsors,
            CoSponsorLink = campaign.Status == CampaignStatus.Gathering ? links.To($"/{tenant.Slug}/co-sponsor/{coSponsoring.KeyOf(campaign)}") : null,
            AddressConfirmed = await db.Users.AnyAsync(u => u.Id == campaign.CreatedBy && u.EmailConfirmed, ct),
        };
    }

    private async Task<IReadOnlyList<DeskDay>> DaysAsync(Guid id, DateOnly today, CancellationToken ct)
    {
        var first = today.AddDays(1 - DaysShown);
        var from = new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var confirmed = await db.Days.Where(d => d.CampaignId == id && d.Day >= first).ToDictionaryAsync(d => d.Day, d => d.Confirmed, ct);
        var reached = await db.MilestoneNotices.AsNoTracking()
            .Where(m => m.CampaignId == id && m.Class == NoticeClass.Timeline && m.ReachedAt >= from).ToListAsync(ct);
        var milestones = reached.ToLookup(m => DateOnly.FromDateTime(m.ReachedAt.UtcDateTime), m => m.Milestone);
        return [.. Enumerable.Range(0, DaysShown).Select(first.AddDays).Select(day => new DeskDay(day, confirmed.GetValueOrDefault(day), [.. milestones[day].Order()]))];
    }
}
