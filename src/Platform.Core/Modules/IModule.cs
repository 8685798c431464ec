using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Jobs;

namespace Platform.Core.Modules;

/// <summary>One part of the product: its services, its schedule, its endpoints. The host knows modules by this alone.</summary>
public interface IModule
{
    void AddServices(IServiceCollection services, IConfiguration configuration, HostRole role);

    void MapEndpoints(IEndpointRouteBuilder endpoints);

    IReadOnlyList<ScheduledJob> Schedule { get; }

    /// <summary>What it puts into other modules' pages.</summary>
    IReadOnlyList<PageSlot> Slots => [];
}

/// <summary>What this process does: answer requests, do the slow work, or both.</summary>
[Flags]
public enum HostRole
{
    Web = 1,
    Worker = 2,
    Both = Web | Worker,
}
