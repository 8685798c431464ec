using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Webhooks;

internal static class WebhookServices
{
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Webhooks").Get<WebhookOptions>() ?? new WebhookOptions());
        services.AddSingleton<WebhookSecrets>().AddSingleton<WebhookPost>().AddSingleton<TellWebhooks>();
        services.AddScoped<DeliverWebhook>().AddScoped<WebhookDesk>().AddScoped<IMailWriter, WebhookDisabledMail>();
    }
}
