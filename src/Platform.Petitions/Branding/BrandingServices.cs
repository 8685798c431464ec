using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Branding;

internal static class BrandingServices
{
    public static void AddBranding(this IServiceCollection services) => services.AddScoped<RefreshPages>().AddScoped<ChangeLook>();
}
