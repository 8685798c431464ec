using Hangfire;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;

namespace Platform.Donations.Giving;

/// <summary>Who began a gift and never paid gave nothing: no tax law asks for the name, so it is forgotten. The try itself stays, without it.</summary>
[AcrossTenants]
public sealed class ForgetUnpaidJob(DonationsDb db, TimeProvider clock)
{
    /// <summary>Bank debits need some days, and a pay page is open for hours.</summary>
    private static readonly TimeSpan LongEnough = TimeSpan.FromDays(30);

    [Queue(JobQueues.Slow)]
    [AutomaticRetry(Attempts = 2)]
    public Task RunAsync(CancellationToken ct)
    {
        var (now, before) = (clock.GetUtcNow(), clock.GetUtcNow() - LongEnough);
        return db.AcrossTenants<Donation>().Where(d => d.PaidAt == null && d.RenewalOf == null && d.ErasedAt == null && d.CreatedAt < before)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.GiverName, (string?)null).SetProperty(d => d.GiverEmail, (string?)null).SetProperty(d => d.ErasedAt, now), ct);
    }
}
