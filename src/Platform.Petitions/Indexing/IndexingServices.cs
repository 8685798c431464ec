using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Indexing;

internal static class IndexingServices
{
    public static void AddIndexing(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Sitemap").Get<SitemapOptions>() ?? new SitemapOptions())
        .AddScoped<PageHeads>().AddScoped<SiteAddress>().AddScoped<Sitemaps>();
}
