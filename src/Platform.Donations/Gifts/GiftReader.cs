using Microsoft.EntityFrameworkCore;
using Platform.Donations.Giving;

namespace Platform.Donations.Gifts;

/// <summary>Sums of the scope's organisation, each currency for itself.</summary>
public sealed class GiftReader(DonationsDb db)
{
    public async Task<IReadOnlyList<GiftSum>> SumsAsync(Guid? campaign, CancellationToken ct)
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

    public async Task<IReadOnlyList<RefundRequest>> WaitingAsync(CancellationToken ct) =>
        await db.Refunds.AsNoTracking().Where(r => r.State == RefundState.Waiting).OrderBy(r => r.AskedAt).ToListAsync(ct);
}

/// <summary>Amounts in the currency's smallest unit.</summary>
/// <param name="MonthlyGivers">Who gives each month now.</param>
/// <param name="EachMonth">What they give together.</param>
public sealed record GiftSum(string Currency, int Count, long Given, long Back, int MonthlyGivers, long EachMonth);
