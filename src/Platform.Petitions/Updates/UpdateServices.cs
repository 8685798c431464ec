using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Updates;

internal static class UpdateServices
{
    public static void AddUpdates(this IServiceCollection services) => services
        .AddScoped<UpdateLists>().AddScoped<UpdateDesk>().AddScoped<UpdateMailings>().AddScoped<PublishUpdate>().AddScoped<ChangeUpdate>().AddScoped<IMailWriter, UpdateForSignerMail>();
}
