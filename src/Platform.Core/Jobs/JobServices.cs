using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;

namespace Platform.Core.Jobs;

/// <summary>Hangfire as we use it: no statics, schema made by the migrator, short waits.</summary>
public static class JobServices
{
    public const string Schema = "jobs";

    public static void AddJobs(this IServiceCollection services, string connectionString, HostRole role)
    {
        services.AddSingleton<JobActivator, TenantJobActivator>();
        services.AddSingleton<JobStorage>(_ => Storage(connectionString));
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseLogProvider(new DurableLogProvider()));
        services.AddSingleton<TenantJobs>();
        if (role.HasFlag(HostRole.Worker))
        {
            services.AddHangfireServer((provider, server) =>
            {
                server.WorkerCount = 4;
                server.Queues = JobQueues.All;
                server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
                server.ShutdownTimeout = TimeSpan.FromSeconds(15);
                server.Activator = provider.GetRequiredService<JobActivator>();
            });
        }
    }

    private static PostgreSqlStorage Storage(string connectionString)
    {
        var options = new PostgreSqlStorageOptions
        {
            SchemaName = Schema,
            PrepareSchemaIfNecessary = false,
            InvisibilityTimeout = TimeSpan.FromMinutes(3),
            UseSlidingInvisibilityTimeout = true,
            QueuePollInterval = TimeSpan.FromSeconds(1),
            DistributedLockTimeout = TimeSpan.FromSeconds(30),
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
    }
}
