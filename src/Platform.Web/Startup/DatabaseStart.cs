using Npgsql;
using Platform.Migrations;
using Platform.Web.EmbeddedPostgres;
using Server = Platform.Web.EmbeddedPostgres.EmbeddedPostgres;

namespace Platform.Web.Startup;

/// <summary>Finds the database to work with: the configured one, or outside Production one of our own.</summary>
internal sealed class DatabaseStart(Server? embedded) : IAsyncDisposable
{
    private const string AppRole = "undersigned_app";
    private const string OwnerRole = "undersigned_owner";

    public Server? Embedded { get; } = embedded;

    /// <summary>Where pictures, the mailbox, the embedded database and its secret live.</summary>
    public static string DataFolder(IConfiguration configuration) =>
        Settings(configuration).DataFolder ?? EmbeddedPostgres.DataFolder.Default;

    public static async Task<DatabaseStart> PrepareAsync(WebApplicationBuilder builder, StartOptions start)
    {
        var configuration = builder.Configuration;
        using var logging = LoggerFactory.Create(log => log.AddConfiguration(configuration.GetSection("Logging")).AddConsole());
        var log = logging.CreateLogger("Platform.Start");
        if (configuration.GetConnectionString("Platform") is { Length: > 0 } configured)
        {
            RefuseDemo(start, "a configured database");
            await UseConfiguredAsync(builder, configured, log);
            return new DatabaseStart(null);
        }

        if (builder.Environment.IsProduction())
        {
            throw new StartException("Production needs a database: set ConnectionStrings__Platform. Nothing is embedded in Production.");
        }

        return await UseEmbeddedAsync(builder, start, log);
    }

    public ValueTask DisposeAsync() => Embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<DatabaseStart> UseEmbeddedAsync(WebApplicationBuilder builder, StartOptions start, ILogger log)
    {
        var options = Settings(builder.Configuration);
        try
        {
            if (start.Command == StartCommand.DemoReset)
            {
                await Server.ResetAsync(options, log, CancellationToken.None);
                Console.WriteLine("The demo is gone. The next start makes it anew.");
                return new DatabaseStart(null);
            }

            var server = await Server.StartAsync(options, log, CancellationToken.None);
            await server.EnsureDatabaseAsync("undersigned", CancellationToken.None);
            var app = server.ConnectionString("undersigned", AppRole);
            await new Migrator(server.ConnectionString("undersigned", OwnerRole), AppRole, line => log.LogInformation("{Line}", line), OptionalModules.DonationsOn(builder.Configuration, builder.Environment)).RunAsync(CancellationToken.None);
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Platform"] = app,
                ["Secrets:Key"] = builder.Configuration["Secrets:Key"] ?? await LocalSecret.ReadOrMakeAsync(DataFolder(builder.Configuration)),
                ["Demo:Enabled"] = builder.Configuration["Demo:Enabled"] ?? "true",
            });
            return new DatabaseStart(server);
        }
        catch (EmbeddedPostgresException problem)
        {
            throw new StartException(problem.Message, problem);
        }
    }

    private static async Task UseConfiguredAsync(WebApplicationBuilder builder, string connectionString, ILogger log)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
        }
        catch (Exception problem) when (problem is NpgsqlException or ArgumentException or System.Net.Sockets.SocketException)
        {
            throw new StartException($"ConnectionStrings__Platform is set, but its server does not answer as asked: {problem.Message}\nNothing else was started. Correct the setting or the server, or unset it to use the embedded database.", problem);
        }

        if (!builder.Environment.IsProduction())
        {
            if (builder.Configuration.GetConnectionString("Owner") is { Length: > 0 } owner)
            {
                await new Migrator(owner, AppRole, line => log.LogInformation("{Line}", line), OptionalModules.DonationsOn(builder.Configuration, builder.Environment)).RunAsync(CancellationToken.None);
            }

            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Secrets:Key"] = builder.Configuration["Secrets:Key"] ?? await LocalSecret.ReadOrMakeAsync(DataFolder(builder.Configuration)),
            });
        }
    }

    private static EmbeddedPostgresOptions Settings(IConfiguration configuration) =>
        configuration.GetSection("EmbeddedPostgres").Get<EmbeddedPostgresOptions>() ?? new EmbeddedPostgresOptions();

    private static void RefuseDemo(StartOptions start, string what)
    {
        if (start.Command == StartCommand.DemoReset)
        {
            throw new StartException($"'demo reset' removes the embedded database only; this is {what}.");
        }
    }
}
