using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Text;

namespace Platform.Core.Tenancy;

public static class TenancyServices
{
    public static void AddTenancy(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Site").Get<TenancyOptions>() ?? new TenancyOptions();
        services.AddSingleton(options);
        services.AddSingleton(new TenantMatcher(options, Slug.IsReserved));
        services.AddScoped<TenantContext>();
        services.AddSingleton<Links>();
    }
}
