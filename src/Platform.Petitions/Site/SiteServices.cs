using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Site;

/// <summary>Fixed pages and the contact form.</summary>
internal static class SiteServices
{
    public static void AddSite(this IServiceCollection services) => services
        .AddScoped<FixedPages>()
        .AddScoped<IMailWriter, ContactMail>();
}
