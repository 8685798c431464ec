using Microsoft.Extensions.DependencyInjection;

namespace Platform.Donations.Ledger;

internal static class LedgerServices
{
    public static void AddLedger(this IServiceCollection services) => services.AddScoped<LedgerBook>();
}
