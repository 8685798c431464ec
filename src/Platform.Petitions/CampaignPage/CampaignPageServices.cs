using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Areas;

namespace Platform.Petitions.CampaignPage;

internal static class CampaignPageServices
{
    public static void AddCampaignPage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Pages").Get<PageCacheOptions>() ?? new PageCacheOptions());
        services.AddSingleton<PageCache>().AddSingleton<PageLane>();
        services.AddScoped<PageRenderer>().AddScoped<SignerLists>().AddScoped<AreaLists>().AddScoped<CampaignViews>().AddScoped<WordingHistory>();
    }
}
