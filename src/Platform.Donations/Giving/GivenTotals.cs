namespace Platform.Donations.Giving;

/// <summary>The sum the public may see: of what is paid and not given back, rounded down so that no single gift can be read from it.</summary>
public sealed class GivenTotals(DonationsDb db)
{
    /// <summary>In whole hundreds of the currency; less is not shown.</summary>
    private const long Hundred = 100;

    public IReadOnlyList<(string Currency, long Amount)> Rounded(Guid campaign) =>
    [
        .. db.Donations.Where(d => d.CampaignId == campaign && (d.State == DonationState.Paid || d.State == DonationState.PartlyRefunded))
            .GroupBy(d => d.Currency).Select(g => new { g.Key, Sum = g.Sum(d => d.Amount + d.FeeCover - d.Refunded) }).OrderBy(g => g.Key).AsEnumerable()
            .Select(g => (g.Key, Amount: Down(g.Sum, Hundred * Amounts.Currency.Of(g.Key).Unit))).Where(g => g.Amount > 0),
    ];

    private static long Down(long sum, long step) => sum / step * step;
}
