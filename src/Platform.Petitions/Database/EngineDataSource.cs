using Npgsql;

namespace Platform.Petitions.Database;

/// <summary>
/// Connections of the batch writers and the mail pump. One batch carries rows of many organisations, so these connections are opened
/// across tenants from the start; every statement on them names tenant and campaign itself.
/// </summary>
public sealed class EngineDataSource : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    public EngineDataSource(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = "-c app.across_tenants=on",
            ApplicationName = "undersigned-engine",
            CommandTimeout = 10,
            Timeout = DatabasePatience.ConnectSeconds,
            MaxPoolSize = 20,
            MaxAutoPrepare = 40,
            AutoPrepareMinUsages = 2,
        };
        source = new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
    }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken ct) => source.OpenConnectionAsync(ct);

    public NpgsqlCommand Command(string sql) => source.CreateCommand(sql);

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
