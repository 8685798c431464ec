using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Core.Mail;
using Platform.Core.Modules;

namespace Platform.Petitions.Outbox;

internal static class OutboxServices
{
    public static void AddOutbox(this IServiceCollection services, HostRole role)
    {
        services.AddSingleton<MailAllowances>().AddSingleton<Bounces>().AddSingleton<MessageIds>().AddSingleton<MailSuppressions>().AddSingleton<OutboxPulse>().AddSingleton<MailMeter>();
        services.AddSingleton(provider => new MailLanes(provider.GetRequiredService<IOptions<MailOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LeasedMails>().AddSingleton<MailSending>().AddSingleton<MailStamps>();
        services.AddScoped<MailPreparing>().AddScoped<MailLateLetters>().AddScoped<IMailWriter, MailLateMail>().AddScoped<IMailWriter, MailLateOverMail>();
        services.AddSingleton<MailBell>().AddHostedService(provider => provider.GetRequiredService<MailBell>());
        if (role.HasFlag(HostRole.Worker))
        {
            // Services stop in the opposite order: the pump before those who stamp for it.
            services.AddHostedService(provider => provider.GetRequiredService<MailStamps>());
            services.AddHostedService<MailPump>();
        }
    }
}
