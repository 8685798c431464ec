using Platform.Core.Modules;
#if DONATIONS
using Platform.Donations;
#endif

namespace Platform.Web.Startup;

/// <summary>What an installation may have or not. Off means absent: the module is not asked for anything, and none of its pages are found.</summary>
internal static class OptionalModules
{
    /// <summary>Off unless switched on; a developer's machine shows it, for nothing there costs anybody money.</summary>
    public static bool DonationsOn(IConfiguration configuration, IHostEnvironment environment) =>
        Built && configuration.GetValue("Donations:Enabled", environment.IsDevelopment());

    /// <summary>Null when what was asked for can be had.</summary>
    public static string? Problem(IConfiguration configuration) => !Built && configuration.GetValue("Donations:Enabled", false)
        ? "Donations__Enabled is true, but this platform was built without that module. Build it with WithDonations=true, or remove the setting."
        : null;

#if DONATIONS
    private const bool Built = true;

    public static IReadOnlyList<IModule> Take(bool donations) => donations ? [new DonationsModule()] : [];
#else
    private const bool Built = false;

    public static IReadOnlyList<IModule> Take(bool donations) => [];
#endif
}
