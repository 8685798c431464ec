using Hangfire;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Donations.DonationSettings;

namespace Platform.Donations.Reconciliation;

/// <summary>Each day, one comparison for each organisation with an account: one whose Stripe does not answer holds up no other.</summary>
[AcrossTenants]
public sealed class ReconciliationJob(DonationsDb db, TenantJobs jobs)
{
    [Queue(JobQueues.Slow)]
    [AutomaticRetry(Attempts = 2)]
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var tenant in await db.AcrossTenants<GivingSettings>().Where(s => s.StripeAccount != null).Select(s => s.TenantId).ToListAsync(ct))
        {
            jobs.Enqueue<ReconcileOrganisationJob>(tenant, job => job.RunAsync(CancellationToken.None));
        }
    }
}

/// <summary>Of the scope's organisation.</summary>
public sealed class ReconcileOrganisationJob(ReconcileOrganisation reconcile)
{
    [Queue(JobQueues.Slow)]
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [60, 600, 3600, 7200])]
    public Task RunAsync(CancellationToken ct) => reconcile.RunAsync(ct);
}
