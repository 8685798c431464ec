using Microsoft.EntityFrameworkCore;
using Platform.Donations.Giving;
using Platform.Donations.Ledger;

namespace Platform.Donations.Gifts;

/// <summary>Gifts of the scope's organisation, with their sums, each currency for itself.</summary>
public sealed class GiftReader(DonationsDb db, LedgerBook books)
{
    private const int PageSize = 50;

    /// <param name="before">Last gift of the page before: gifts are read along their key, at any depth in the same time.</param>
    public async Task<GiftList> ListAsync(GiftDesk desk, Guid? campaign, Guid? before, CancellationToken ct)
    {
        var gifts = db.Donations.AsNoTracking();
        gifts = campaign is { } one ? gifts.Where(d => d.CampaignId == one) : gifts;
        if (before is { } last && await db.Donations.Where(d => d.Id == last).Select(d => (DateTimeOffset?)d.CreatedAt).SingleOrDefaultAsync(ct) is { } at)
        {
            gifts = gifts.Where(d => EF.Functions.LessThan(ValueTuple.Create(d.CreatedAt, d.Id), ValueTuple.Create(at, last)));
        }

        var rows = await gifts.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(PageSize + 1).ToListAsync(ct);
        return new GiftList(
            desk, [.. rows.Take(PageSize)], await SumsAsync(campaign, ct), campaign is null ? await books.SumsAsync(ct) : [], await WaitingAsync(ct), campaign, before, rows.Count > PageSize);
    }

    public async Task<GiftView?> FindAsync(GiftDesk desk, Guid id, CancellationToken ct) => await db.Donations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } gift
        ? new GiftView(desk, gift, await db.Refunds.AsNoTracking().Where(r => r.DonationId == id).OrderBy(r => r.AskedAt).ToListAsync(ct))
        : null;

    private async Task<IReadOnlyList<GiftSum>> SumsAsync(Guid? campaign, CancellationToken ct)
    {
        var gifts = db.Donations.Where(d => campaign == null || d.CampaignId == campaign);
        var paid = await gifts.Where(d => d.PaidAt != null).GroupBy(d => d.Currency)
            .Select(g => new { Currency = g.Key, Count = g.Count(), Given = g.Sum(d => d.Amount + d.FeeCover), Back = g.Sum(d => d.Refunded) }).ToListAsync(ct);
        var monthly = await gifts.Where(d => d.MonthlyStage == MonthlyStage.Running || d.MonthlyStage == MonthlyStage.PastDue).GroupBy(d => d.Currency)
            .Select(g => new { Currency = g.Key, Givers = g.Count(), Each = g.Sum(d => d.Amount + d.FeeCover) }).ToDictionaryAsync(g => g.Currency, ct);
        return
        [
            .. paid.OrderBy(p => p.Currency, StringComparer.Ordinal)
                .Select(p => new GiftSum(p.Currency, p.Count, p.Given, p.Back, monthly.GetValueOrDefault(p.Currency)?.Givers ?? 0, monthly.GetValueOrDefault(p.Currency)?.Each ?? 0)),
        ];
    }

    private async Task<IReadOnlyList<RefundRequest>> WaitingAsync(CancellationToken ct) =>
        await db.Refunds.AsNoTracking().Where(r => r.State == RefundState.Waiting).OrderBy(r => r.AskedAt).ToListAsync(ct);
}

/// <summary>Amounts in the currency's smallest unit.</summary>
/// <param name="MonthlyGivers">Who gives each month now.</param>
/// <param name="EachMonth">What they give together.</param>
public sealed record GiftSum(string Currency, int Count, long Given, long Back, int MonthlyGivers, long EachMonth);

/// <param name="Here">Address of the list.</param>
/// <param name="Owns">Who looks may give money back, and download all gifts.</param>
public sealed record GiftDesk(string Here, bool Owns);

/// <param name="Books">What Stripe kept, holds and paid out; of the whole organisation.</param>
/// <param name="Waiting">Refunds for which a second person is asked.</param>
public sealed record GiftList(
    GiftDesk Desk, IReadOnlyList<Donation> Gifts, IReadOnlyList<GiftSum> Sums, IReadOnlyList<LedgerSum> Books, IReadOnlyList<RefundRequest> Waiting, Guid? Campaign, Guid? Before, bool More);

public sealed record GiftView(GiftDesk Desk, Donation Gift, IReadOnlyList<RefundRequest> Refunds);
