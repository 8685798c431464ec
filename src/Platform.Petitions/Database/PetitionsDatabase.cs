using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Database;

/// <summary>How the product reaches PostgreSQL.</summary>
public static class PetitionsDatabase
{
    public const string MigrationsAssembly = "Platform.Migrations";

    // Search is one large question: compiling it takes longer than answering it, and what it sorts and joins shall not go by way of the disk.
    private const string ForLists = "-c jit=off -c work_mem=16MB";

    public static void AddPetitionsDatabase(this IServiceCollection services, string connectionString, DatabasePatience patience)
    {
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(Patient(connectionString, patience)).Build());
        services.AddSingleton(_ => new EngineDataSource(connectionString, patience));
        services.AddSingleton<TenantStamp>();
        services.AddSingleton<TenantConnection>();
        services.AddScoped<DatabaseClock>();
        services.AddDbContext<PetitionsDb>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetRequiredService<TenantStamp>(), provider.GetRequiredService<TenantConnection>()));
    }

    /// <summary>The same model and conventions for the host and the migrator. By a connection: for each source by itself the framework would make model and queries anew, also where one process holds many hosts.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) => options
        .UseNpgsql(source.CreateConnection(), contextOwnsConnection: true, npgsql => npgsql
            .MigrationsAssembly(MigrationsAssembly)
            .MigrationsHistoryTable("__migrations", PetitionsDb.Schema)
            .CommandTimeout(30))
        .UseSnakeCaseNamingConvention();

    private static string Patient(string connectionString, DatabasePatience patience)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { Timeout = patience.ConnectSeconds, CancellationTimeout = patience.CancelMilliseconds };
        builder.Options = $"{builder.Options} -c lock_timeout={patience.LockMilliseconds} {ForLists}".TrimStart();
        return builder.ConnectionString;
    }
}
