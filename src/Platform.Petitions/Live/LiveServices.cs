using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Live;

internal static class LiveServices
{
    public static void AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Live").Get<LiveOptions>() ?? new LiveOptions());
        services.AddSingleton<CampaignChanges>();
        services.AddHostedService<ChangeFeed>();
        services.AddSingleton<LiveHub>().AddHostedService(provider => provider.GetRequiredService<LiveHub>());
    }
}
