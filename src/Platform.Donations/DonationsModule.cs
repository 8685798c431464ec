using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Jobs;
using Platform.Core.Modules;
using Platform.Donations.Database;
using Platform.Donations.Ledger;
using Platform.Donations.StripeFake;

namespace Platform.Donations;

/// <summary>The index of the module that takes gifts: absent unless the host was told to take it.</summary>
public sealed class DonationsModule : IModule
{
    public IReadOnlyList<ScheduledJob> Schedule { get; } = [];

    public void AddServices(IServiceCollection services, IConfiguration configuration, HostRole role)
    {
        services.AddSingleton((configuration.GetSection("Donations").Get<DonationsOptions>() ?? new DonationsOptions()).Checked());
        services.AddDonationsDatabase();
        services.AddStripeFake(configuration, "stripe");
        services.AddLedger();
    }

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
