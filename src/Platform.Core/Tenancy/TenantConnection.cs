using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.Core.Tenancy;

/// <summary>Fourth lock: tells PostgreSQL's row-level security whom the connection works for. The pool resets it on return.</summary>
public sealed class TenantConnection : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection, eventData);
        command?.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = Command(connection, eventData);
        if (command is not null)
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static DbCommand? Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not ITenantDb { Tenant: var tenant } || (tenant.Id is null && !tenant.Across))
        {
            return null;
        }

        var command = connection.CreateCommand();
        command.CommandText = "select set_config('app.tenant_id', @tenant, false), set_config('app.across_tenants', @across, false)";
        Add(command, "tenant", tenant.Id?.ToString() ?? "");
        Add(command, "across", tenant.Across ? "on" : "");
        return command;
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
