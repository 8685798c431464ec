using Microsoft.Extensions.DependencyInjection;
using Platform.Testing.Hosts;

namespace Platform.Donations.Tests;

public static class DonationsHost
{
    /// <summary>Works on the gifts as the platform does: for one organisation, or declared across.</summary>
    public static Task<T> InDonationsAsync<T>(this TestHost host, Guid? tenant, Func<DonationsDb, Task<T>> work) =>
        host.InScopeAsync(tenant, services => work(services.GetRequiredService<DonationsDb>()));
}
