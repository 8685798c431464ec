using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Platform.Web.Health;

/// <summary>Degraded when work waits: nobody starts what the clock asks for, or a queue is not served.</summary>
internal sealed class JobsCheck(JobStorage storage, NpgsqlDataSource source, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (late, waiting) = (Late(), await WaitingAsync(cancellationToken));
        var data = new Dictionary<string, object>
        {
            ["lateSeconds"] = (long)late.TotalSeconds,
            ["oldestWaitingSeconds"] = (long)waiting.TotalSeconds,
            ["failed"] = storage.GetMonitoringApi().FailedCount(),
            ["workers"] = storage.GetMonitoringApi().Servers().Count,
        };
        return late > Patience || waiting > Patience
            ? new HealthCheckResult(context.Registration.FailureStatus, "Jobs are late: no worker runs, or too few.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }

    /// <summary>How long ago the recurring job that is most behind should have begun. Grows for as long as no worker lives.</summary>
    private TimeSpan Late()
    {
        using var connection = storage.GetConnection();
        var due = connection.GetRecurringJobs().Min(job => job.NextExecution);
        var late = due is { } time ? clock.GetUtcNow().UtcDateTime - time : TimeSpan.Zero;
        return late > TimeSpan.Zero ? late : TimeSpan.Zero;
    }

    private async Task<TimeSpan> WaitingAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select now() - min(s.createdat)
            from jobs.jobqueue q join jobs.job j on j.id = q.jobid join jobs.state s on s.id = j.stateid
            where q.fetchedat is null
            """);
        command.CommandTimeout = 2;
        return await command.ExecuteScalarAsync(ct) as TimeSpan? ?? TimeSpan.Zero;
    }
}
