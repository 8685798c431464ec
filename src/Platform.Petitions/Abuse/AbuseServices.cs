using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Abuse;

/// <summary>What stands between a form and the writer, and how staff see and undo it.</summary>
internal static class AbuseServices
{
    public static void AddAbuse(this IServiceCollection services) => services
        .AddSingleton<RateCounters>().AddSingleton<Admission>()
        .AddSingleton<AbuseKeeper>().AddHostedService(provider => provider.GetRequiredService<AbuseKeeper>())
        .AddScoped<AbuseSignals>().AddScoped<SignatureSearch>().AddScoped<IMailWriter, HotSendersMail>();
}
