using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Platform.Core.Tenancy;

namespace Platform.Donations.Database;

/// <summary>How gifts reach PostgreSQL: over the host's one pool of connections, into a schema of their own.</summary>
public static class DonationsDatabase
{
    public const string MigrationsAssembly = "Platform.Migrations";

    public static void AddDonationsDatabase(this IServiceCollection services)
    {
        services.TryAddSingleton<TenantStamp>();
        services.TryAddSingleton<TenantConnection>();
        services.AddDbContext<DonationsDb>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(provider.GetRequiredService<TenantStamp>(), provider.GetRequiredService<TenantConnection>()));
    }

    /// <summary>The same model and conventions for the host and the migrator. By a connection: for each source by itself the framework would make model and queries anew, also where one process holds many hosts.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) => options
        .UseNpgsql(source.CreateConnection(), contextOwnsConnection: true, npgsql => npgsql
            .MigrationsAssembly(MigrationsAssembly)
            .MigrationsHistoryTable("__migrations", DonationsDb.Schema)
            .CommandTimeout(30))
        .UseSnakeCaseNamingConvention();
}
