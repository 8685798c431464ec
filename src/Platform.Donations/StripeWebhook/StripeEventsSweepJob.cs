using Hangfire;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;

namespace Platform.Donations.StripeWebhook;

/// <summary>Finds events that were written down and not processed: the process ended in between, or all retries were used up.</summary>
[AcrossTenants]
public sealed class StripeEventsSweepJob(DonationsDb db, TenantJobs jobs, TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(15);

    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - LongEnough;
        var left = await db.AcrossTenants<StripeEvent>().AsNoTracking().Where(e => e.ProcessedAt == null && e.ReceivedAt < before)
            .OrderBy(e => e.ReceivedAt).Take(Most).Select(e => new { e.TenantId, e.Id }).ToListAsync(ct);
        foreach (var one in left)
        {
            var id = one.Id;
            jobs.Enqueue<StripeEventJob>(one.TenantId, job => job.RunAsync(id, CancellationToken.None));
        }
    }
}
