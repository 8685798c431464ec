using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Abuse;

/// <summary>What stands between a form and the writer.</summary>
internal static class AbuseServices
{
    public static void AddAbuse(this IServiceCollection services) => services
        .AddSingleton<RateCounters>().AddSingleton<Admission>()
        .AddSingleton<AbuseKeeper>().AddHostedService(provider => provider.GetRequiredService<AbuseKeeper>());
}
