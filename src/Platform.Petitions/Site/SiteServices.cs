using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Site;

/// <summary>Switches, fixed pages and the contact form.</summary>
internal static class SiteServices
{
    public static void AddSite(this IServiceCollection services) => services
        .AddSingleton<SiteSwitches>().AddHostedService<SwitchWatch>()
        .AddScoped<ThrowSwitches>()
        .AddScoped<FixedPages>().AddScoped<FooterPages>()
        .AddScoped<IMailWriter, ContactMail>();
}
