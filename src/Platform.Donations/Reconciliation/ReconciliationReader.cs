using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;

namespace Platform.Donations.Reconciliation;

/// <summary>What the comparisons found, for the desk and for the admins.</summary>
public sealed class ReconciliationReader(DonationsDb db)
{
    private const int Most = 200;

    /// <summary>Of the scope's organisation, newest first.</summary>
    public async Task<IReadOnlyList<ReconciliationDifference>> OpenAsync(CancellationToken ct) => await Open(db.Set<ReconciliationDifference>()).ToListAsync(ct);

    /// <summary>Of all; the scope declared that it reads across.</summary>
    public async Task<IReadOnlyList<ReconciliationDifference>> OpenAcrossAsync(CancellationToken ct) => await Open(db.AcrossTenants<ReconciliationDifference>()).ToListAsync(ct);

    /// <returns>Null before the first.</returns>
    public Task<ReconciliationRun?> LastRunAsync(CancellationToken ct) => db.Set<ReconciliationRun>().AsNoTracking().OrderByDescending(r => r.At).FirstOrDefaultAsync(ct);

    /// <summary>The last comparison of each organisation.</summary>
    public async Task<IReadOnlyDictionary<Guid, ReconciliationRun>> LastRunsAsync(CancellationToken ct) => await db.AcrossTenants<ReconciliationRun>().AsNoTracking()
        .GroupBy(r => r.TenantId).Select(g => g.OrderByDescending(r => r.At).First()).ToDictionaryAsync(r => r.TenantId, ct);

    private static IQueryable<ReconciliationDifference> Open(IQueryable<ReconciliationDifference> all) =>
        all.AsNoTracking().Where(d => d.GoneAt == null).OrderByDescending(d => d.FirstSeenAt).ThenBy(d => d.Source).Take(Most);
}
