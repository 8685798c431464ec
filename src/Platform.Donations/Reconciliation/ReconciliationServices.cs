using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Donations.Reconciliation;

internal static class ReconciliationServices
{
    public static void AddReconciliation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Donations:Reconciliation").Get<ReconciliationOptions>() ?? new ReconciliationOptions());
        services.AddScoped<ReconcileOrganisation>().AddScoped<ReconciliationReader>();
    }
}
