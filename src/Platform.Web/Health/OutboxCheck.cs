using Microsoft.Extensions.Diagnostics.HealthChecks;
using Platform.Petitions.Database;

namespace Platform.Web.Health;

/// <summary>Degraded when the oldest due mail has waited longer than people wait for it.</summary>
internal sealed class OutboxCheck(EngineDataSource source) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = source.Command("select now() - min(due_at) from petitions.outbox_mails where done_at is null and due_at <= now()");
        var age = await command.ExecuteScalarAsync(cancellationToken) as TimeSpan? ?? TimeSpan.Zero;
        var data = new Dictionary<string, object> { ["oldestDueMailSeconds"] = (long)age.TotalSeconds };
        return age > Patience
            ? new HealthCheckResult(context.Registration.FailureStatus, "Mail is piling up.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
