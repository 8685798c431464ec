using Npgsql;

namespace Platform.Petitions.Database;

/// <summary>
/// Connections of the batch writers and the mail pump. One batch carries rows of many organisations, so these connections are opened
/// across tenants from the start; every statement on them names tenant and campaign itself.
/// </summary>
public sealed class EngineDataSource : IAsyncDisposable
{
    private const string AcrossTenants = "-c app.across_tenants=on";

    // A prepared plan is kept for as long as its connection. One that was made while a table was small would read all of it for each
    // batch for ever after (7 seconds instead of 23 ms for 250 confirmations, measured). So the writers' statements always go by an index,
    // are planned once and not for each batch, and are planned again with a new connection after half a minute.
    private const string ByIndexAlways = " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan";

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource writers;

    public EngineDataSource(string connectionString, DatabasePatience patience)
    {
        Patience = patience;
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = AcrossTenants,
            ApplicationName = "undersigned-engine",
            CommandTimeout = 10,
            Timeout = patience.ConnectSeconds,
            MaxPoolSize = 20,
            MaxAutoPrepare = 40,
            AutoPrepareMinUsages = 2,
        };
        source = new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
        builder.Options = AcrossTenants + ByIndexAlways;
        builder.ApplicationName = "undersigned-writer";
        builder.CommandTimeout = patience.BatchSeconds;
        builder.MaxPoolSize = 8;
        builder.ConnectionLifetime = 30;
        writers = new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
    }

    public DatabasePatience Patience { get; }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken ct) => source.OpenConnectionAsync(ct);

    /// <summary>For the few statements that run by the thousand: planned once, by the index.</summary>
    public ValueTask<NpgsqlConnection> OpenWriterAsync() => writers.OpenConnectionAsync(CancellationToken.None);

    public NpgsqlCommand Command(string sql) => source.CreateCommand(sql);

    /// <summary>As <see cref="OpenWriterAsync"/>, for one statement.</summary>
    public NpgsqlCommand WriterCommand(string sql) => writers.CreateCommand(sql);

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await writers.DisposeAsync();
    }
}
