using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Platform.Migrations;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Web.EmbeddedPostgres;

namespace Platform.Petitions.Tests.Faults;

/// <summary>A durable PostgreSQL of its own that may be killed, and real hosts as processes on it.</summary>
internal sealed class Killable : IAsyncDisposable
{
    private const string Database = "faults";

    private readonly EmbeddedPostgresOptions options = new() { DataFolder = System.IO.Directory.CreateTempSubdirectory("undersigned-faults-").FullName, Durable = true };
    private EmbeddedPostgres postgres = null!;

    /// <summary>True when the long form is asked for: UNDERSIGNED_LONG_FAULTS=1.</summary>
    public static bool Long { get; } = Environment.GetEnvironmentVariable("UNDERSIGNED_LONG_FAULTS") == "1";

    /// <summary>How often the long form kills.</summary>
    public static int Kills => Long ? 8 : 1;

    /// <summary>Connections that survive the server's death: each opens anew.</summary>
    public NpgsqlDataSource Source { get; private set; } = null!;

    public OpenCampaign Campaign { get; private set; } = null!;

    public static async Task<Killable> StartAsync()
    {
        var killable = new Killable();
        Open(killable.options.DataFolder!);
        killable.postgres = await EmbeddedPostgres.StartAsync(killable.options, NullLogger.Instance, CancellationToken.None);
        await killable.postgres.EnsureDatabaseAsync(Database, CancellationToken.None);
        var owner = killable.postgres.ConnectionString(Database, "undersigned_owner");
        await new Migrator(owner, "undersigned_app", _ => { }).RunAsync(CancellationToken.None);
        killable.Source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Options = "-c app.across_tenants=on", Pooling = false });
        killable.Campaign = (await OpenCampaign.AddAsync(killable.Source, "fault", 1))[0];
        return killable;
    }

    public Task<ChildHost> HostAsync(string role, int port = 0, params (string Name, string Value)[] settings) => ChildHost.StartAsync(
        new ChildHostOptions(postgres.ConnectionString(Database, "undersigned_app"), options.DataFolder!, role) { Port = port, Settings = settings });

    /// <summary>Everything of this stand is below it.</summary>
    public string Folder => options.DataFolder!;

    /// <summary>Where PostgreSQL keeps its files.</summary>
    public async Task<string> DataFolderAsync()
    {
        await using var admin = NpgsqlDataSource.Create(postgres.AdminConnection);
        await using var where = admin.CreateCommand("show data_directory");
        return (string)(await where.ExecuteScalarAsync())!;
    }

    /// <summary>Every process of the server at once, as a power cut does.</summary>
    public async Task KillPostgresAsync()
    {
        var postmaster = (await File.ReadAllLinesAsync(Path.Combine(await DataFolderAsync(), "postmaster.pid")))[0];
        using var find = Process.Start(new ProcessStartInfo("pgrep", ["-P", postmaster]) { RedirectStandardOutput = true })!;
        var children = (await find.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-KILL", postmaster, .. children]) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    public async Task RestartPostgresAsync() => postgres = await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Signatures that wait to be confirmed, put there directly.</summary>
    public async Task PendingAsync(int count)
    {
        await using var command = Source.CreateCommand(string.Create(CultureInfo.InvariantCulture,
            $"""
            insert into petitions.signatures (tenant_id, campaign_id, id, state, name, name_key, email, email_fingerprint, person, country, reason_hidden, show_name, wants_updates,
                language, text_version, seed, wrong_codes, testing, co_sponsor)
            select '{Campaign.TenantId}', '{Campaign.Id}', gen_random_uuid(), 0, 'Maxine Kowalski', 'MAXINE KOWALSKI', 'waiting' || i || '@fault.example', uuid_send(gen_random_uuid()), 1, 'CA', false, true, false,
                'en', 1, uuid_send(gen_random_uuid()), 0, false, false from generate_series(1, {count}) i
            """));
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Gives the signatures a disk of their own: a folder of the server's user, empty.</summary>
    public async Task MoveSignaturesAsync(string folder)
    {
        await using (var admin = NpgsqlDataSource.Create(postgres.AdminConnection))
        await using (var make = admin.CreateCommand($"create tablespace small owner undersigned_owner location '{folder}'"))
        {
            await make.ExecuteNonQueryAsync();
        }

        await using var move = Source.CreateCommand(
            """
            do $$ declare part regclass; begin
                for part in select inhrelid::regclass from pg_inherits where inhparent = 'petitions.signatures'::regclass loop
                    execute format('alter table %s set tablespace small', part);
                end loop;
            end $$
            """);
        await move.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await postgres.DisposeAsync();
        System.IO.Directory.Delete(options.DataFolder!, recursive: true);
    }

    /// <summary>PostgreSQL runs as another user when we are root, and must get into the folder.</summary>
    private static void Open(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }
}
