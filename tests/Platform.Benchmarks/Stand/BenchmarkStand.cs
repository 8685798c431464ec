using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.Migrations;
using Platform.Web.EmbeddedPostgres;

namespace Platform.Benchmarks.Stand;

/// <summary>A PostgreSQL of its own with durability on, the schema of the product, one organisation and its campaigns.</summary>
internal sealed class BenchmarkStand : IAsyncDisposable
{
    private const string Database = "benchmarks";

    private readonly EmbeddedPostgres postgres;

    private BenchmarkStand(BenchmarkOptions options, EmbeddedPostgres postgres, NpgsqlDataSource source)
    {
        (Options, this.postgres, Source) = (options, postgres, source);
        Folder = options.Data;
    }

    public BenchmarkOptions Options { get; }

    public string Folder { get; }

    /// <summary>Connection with the role the platform runs as.</summary>
    public string App => postgres.ConnectionString(Database, "undersigned_app");

    public string Owner => postgres.ConnectionString(Database, "undersigned_owner");

    /// <summary>Owner's connections, across organisations.</summary>
    public NpgsqlDataSource Source { get; }

    public CpuMeter PostgresCpu { get; private set; } = null!;

    public static async Task<BenchmarkStand> StartAsync(BenchmarkOptions options)
    {
        var settings = new EmbeddedPostgresOptions { DataFolder = options.Data, Durable = true, MaxConnections = 500 };
        await EmbeddedPostgres.ResetAsync(settings, NullLogger.Instance, CancellationToken.None);
        var postgres = await EmbeddedPostgres.StartAsync(settings, NullLogger.Instance, CancellationToken.None);
        await postgres.EnsureDatabaseAsync(Database, CancellationToken.None);
        await new Migrator(postgres.ConnectionString(Database, "undersigned_owner"), "undersigned_app", _ => { }).RunAsync(CancellationToken.None);
        var owner = new NpgsqlConnectionStringBuilder(postgres.ConnectionString(Database, "undersigned_owner")) { Options = "-c app.across_tenants=on", CommandTimeout = 3600 };
        var stand = new BenchmarkStand(options, postgres, NpgsqlDataSource.Create(owner));
        await using var admin = NpgsqlDataSource.Create(postgres.AdminConnection);

        // Checkpoints belong to the machine, not to one variant's round.
        await RunAsync(admin, "alter system set max_wal_size = '8GB'");
        await RunAsync(admin, "alter system set checkpoint_timeout = '30min'");
        await RunAsync(admin, "select pg_reload_conf()");
        await using var where = admin.CreateCommand("show data_directory");
        var pidFile = Path.Combine((string)(await where.ExecuteScalarAsync())!, "postmaster.pid");
        stand.PostgresCpu = new CpuMeter(int.Parse((await File.ReadAllLinesAsync(pidFile))[0], CultureInfo.InvariantCulture));
        return stand;
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task RunAsync(string sql) => RunAsync(Source, sql);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
