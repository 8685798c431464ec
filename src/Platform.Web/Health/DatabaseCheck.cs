using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Platform.Web.Health;

internal sealed class DatabaseCheck(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = source.CreateCommand("select 1");
        command.CommandTimeout = 2;
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
