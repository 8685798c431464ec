using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.Web.EmbeddedPostgres;
using Xunit;
using Server = Platform.Web.EmbeddedPostgres.EmbeddedPostgres;

namespace Platform.Web.Tests.EmbeddedPostgres;

/// <summary>A data folder of its own, removed at the end with what runs in it.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly List<Server> started = [];

    public EmbeddedPostgresOptions Options { get; } = new()
    {
        DataFolder = Directory.CreateTempSubdirectory("undersigned-test-").FullName,
        Durable = false,
    };

    internal ClusterFolder Place => ClusterFolder.Of(Options);

    internal Postmaster? Running => Postmaster.Find(Place);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<Server> StartAsync()
    {
        var server = await Server.StartAsync(Options, NullLogger.Instance, Ct);
        started.Add(server);
        return server;
    }

    public Task ResetAsync() => Server.ResetAsync(Options, NullLogger.Instance, Ct);

    public static async Task RunAsync(string connectionString, string statement)
    {
        await using var source = Unpooled(connectionString);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(Ct);
    }

    public static async Task<string> AskAsync(string connectionString, string query)
    {
        await using var source = Unpooled(connectionString);
        await using var command = source.CreateCommand(query);
        return Convert.ToString(await command.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture) ?? "";
    }

    public async Task StopAsync()
    {
        foreach (var server in started)
        {
            await server.DisposeAsync();
        }

        started.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Options.DataFolder!, recursive: true);
    }

    private static NpgsqlDataSource Unpooled(string connectionString) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
}
