using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Campaigns;

/// <summary>What the organiser's part of the product registers.</summary>
internal static class CampaignServices
{
    public static void AddCampaigns(this IServiceCollection services) =>
        services.AddScoped<CampaignSlugs>().AddScoped<StartCampaign>();
}
