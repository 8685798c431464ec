using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Sharing;

internal static class SharingServices
{
    public static void AddSharing(this IServiceCollection services) => services.AddScoped<ShareCards>();
}
