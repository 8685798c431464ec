using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Petitions.Outbox;

namespace Platform.Web.Health;

/// <summary>Degraded when the oldest due mail has waited longer than people wait for it.</summary>
internal sealed class OutboxCheck(OutboxPulse pulse) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = await pulse.LookAsync(cancellationToken);
        var data = new Dictionary<string, object> { ["oldestDueMailSeconds"] = (long)state.OldestDue.TotalSeconds, ["dueMails"] = state.Due };
        return state.OldestDue > Patience
            ? new HealthCheckResult(context.Registration.FailureStatus, "Mail is piling up.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
