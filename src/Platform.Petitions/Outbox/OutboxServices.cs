using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Modules;

namespace Platform.Petitions.Outbox;

internal static class OutboxServices
{
    public static void AddOutbox(this IServiceCollection services, HostRole role)
    {
        services.AddSingleton<MailAllowances>().AddSingleton<Bounces>();
        services.AddScoped<MailSending>();
        if (role.HasFlag(HostRole.Worker))
        {
            services.AddHostedService<MailPump>();
        }
    }
}
