using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.News;

internal static class NewsServices
{
    public static void AddNews(this IServiceCollection services) => services.AddSingleton<NewsAudience>().AddSingleton<LayNews>().AddScoped<NewsLetters>();
}
