using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.Migrations;
using Platform.Web.EmbeddedPostgres;

namespace Platform.Testing.Hosts;

/// <summary>One embedded server per test run, one migrated template, a clone per class. Durability is off: nothing here outlives the run.</summary>
public static class TestCluster
{
    private const string AppRole = "undersigned_app";

    // The folder stays after a run, and another run may get the number of this process.
    private static readonly string Run = $"{Environment.ProcessId}_{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds():x}";
    private static readonly Lazy<Task<TestServer>> Server = new(StartAsync);
    private static readonly Lazy<Task<string>> Bare = new(async () => await TemplateAsync((await Server.Value).Postgres, donations: false));
    private static int clones;

    /// <param name="donations">False for a database as it is where nobody switched gifts on.</param>
    public static async Task<TestDatabase> CloneAsync(bool donations = true)
    {
        var server = await Server.Value;
        var template = donations ? server.Template : await Bare.Value;
        var name = $"t_{Run}_{Interlocked.Increment(ref clones)}";
        await server.Gate.WaitAsync();
        try
        {
            await server.RunAsync($"create database {name} template {template} owner undersigned_owner strategy file_copy");
        }
        finally
        {
            server.Gate.Release();
        }

        await server.Postgres.EnsureDatabaseAsync(name, CancellationToken.None);
        return new TestDatabase(name, server.Postgres.ConnectionString(name, AppRole), server.Postgres.ConnectionString(name, "undersigned_owner"));
    }

    private static async Task<TestServer> StartAsync()
    {
        var folder = Environment.GetEnvironmentVariable("UNDERSIGNED_TEST_DATA") ?? Path.Combine(Path.GetTempPath(), "undersigned-tests");
        var postgres = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataFolder = folder, Durable = false }, NullLogger.Instance, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => postgres.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return new TestServer(postgres, await TemplateAsync(postgres, donations: true));
    }

    private static async Task<string> TemplateAsync(EmbeddedPostgres postgres, bool donations)
    {
        var template = $"template_{Run}{(donations ? "" : "_bare")}";
        await postgres.EnsureDatabaseAsync(template, CancellationToken.None);
        var owner = postgres.ConnectionString(template, "undersigned_owner");
        await new Migrator(owner, AppRole, _ => { }, donations).RunAsync(CancellationToken.None);
        NpgsqlConnection.ClearAllPools();
        return template;
    }

    private sealed record TestServer(EmbeddedPostgres Postgres, string Template)
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public async Task RunAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(Postgres.AdminConnection);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}

/// <summary>A database of one's own.</summary>
/// <param name="App">Connection with the role the platform runs as.</param>
/// <param name="Owner">Connection with the role that owns the tables.</param>
public sealed record TestDatabase(string Name, string App, string Owner);
