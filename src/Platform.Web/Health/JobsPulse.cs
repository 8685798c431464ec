using Hangfire;
using Hangfire.Storage;
using Npgsql;

namespace Platform.Web.Health;

/// <summary>How the jobs are doing, for health and metrics.</summary>
internal sealed class JobsPulse(JobStorage storage, NpgsqlDataSource source, TimeProvider clock)
{
    public async Task<JobsState> LookAsync(CancellationToken ct)
    {
        var (late, waiting) = (Late(), await WaitingAsync(ct));
        var monitoring = storage.GetMonitoringApi();
        return new JobsState(late, waiting, monitoring.FailedCount(), monitoring.Servers().Count);
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

/// <param name="Late">How long ago the recurring job that is most behind should have begun.</param>
/// <param name="Waiting">How long the oldest job in a queue has waited.</param>
internal sealed record JobsState(TimeSpan Late, TimeSpan Waiting, long Failed, int Workers);
