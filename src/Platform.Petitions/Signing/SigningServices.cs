using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;

namespace Platform.Petitions.Signing;

/// <summary>The hot path: two writers, each one loop per process.</summary>
internal static class SigningServices
{
    public static void AddSigning(this IServiceCollection services)
    {
        services.AddSingleton<Fingerprints>().AddSingleton<SignatureTokens>();
        services.AddSingleton<SignatureWriter>().AddHostedService(provider => provider.GetRequiredService<SignatureWriter>());
        services.AddSingleton<ConfirmationWriter>().AddHostedService(provider => provider.GetRequiredService<ConfirmationWriter>());
        services.AddSingleton<CountExit>().AddSingleton<Recount>();
    }
}
