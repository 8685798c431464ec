using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Indexing;

internal static class IndexingServices
{
    public static void AddIndexing(this IServiceCollection services) => services.AddScoped<PageHeads>();
}
