using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Directory;

internal static class DirectoryServices
{
    public static void AddDirectory(this IServiceCollection services) => services.AddScoped<CampaignLists>().AddScoped<CampaignSearch>().AddScoped<NearAreas>().AddScoped<Spelling>().AddSingleton<SimilarPetitions>();
}
