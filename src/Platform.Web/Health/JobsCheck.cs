using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Platform.Web.Health;

/// <summary>Degraded when work waits: nobody starts what the clock asks for, or a queue is not served.</summary>
internal sealed class JobsCheck(JobsPulse pulse) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = await pulse.LookAsync(cancellationToken);
        var data = new Dictionary<string, object>
        {
            ["lateSeconds"] = (long)state.Late.TotalSeconds,
            ["oldestWaitingSeconds"] = (long)state.Waiting.TotalSeconds,
            ["failed"] = state.Failed,
            ["workers"] = state.Workers,
        };
        return state.Late > Patience || state.Waiting > Patience
            ? new HealthCheckResult(context.Registration.FailureStatus, "Jobs are late: no worker runs, or too few.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
