using Hangfire;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Domains;

/// <summary>Every ten minutes: looks for the records of new claims for a week, and once a day for those of domains in use. Each is a job of its organisation, so that a slow name server holds up nobody else.</summary>
[AcrossTenants]
public sealed class DomainsJob(PetitionsDb db, DatabaseClock clock, TenantJobs jobs)
{
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        var now = await clock.NowAsync(ct);
        var (asked, yesterday) = (now - DomainClaim.Patience, now - Daily);
        var due = await db.AcrossTenants<DomainClaim>()
            .Where(c => c.VerifiedAt == null ? c.AskedSince > asked : c.CheckedAt == null || c.CheckedAt <= yesterday)
            .Select(c => c.TenantId).ToListAsync(ct);
        foreach (var tenant in due)
        {
            jobs.Enqueue<CheckDomainJob>(tenant, job => job.RunAsync(CancellationToken.None));
        }
    }
}

/// <summary>One look for one organisation's record.</summary>
public sealed class CheckDomainJob(CheckDomain check)
{
    [Queue(JobQueues.Slow)]
    [AutomaticRetry(Attempts = 0)]
    public Task RunAsync(CancellationToken ct) => check.RunAsync(byOwner: false, ct);
}
