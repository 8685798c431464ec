using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Feeds;

internal static class FeedServices
{
    public static void AddFeeds(this IServiceCollection services) => services.AddSingleton<FeedNames>().AddScoped<PetitionEntries>().AddScoped<FeedAnswers>();
}
