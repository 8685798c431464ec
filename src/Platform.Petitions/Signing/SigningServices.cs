using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.MySignatures;

namespace Platform.Petitions.Signing;

/// <summary>The hot path: two writers, each one loop per process.</summary>
internal static class SigningServices
{
    public static void AddSigning(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Signing").Get<SigningOptions>() ?? new SigningOptions());
        services.AddSingleton<Fingerprints>().AddSingleton<SignatureTokens>();
        services.AddSingleton<SignatureWriter>().AddHostedService(provider => provider.GetRequiredService<SignatureWriter>());
        services.AddSingleton<ConfirmationWriter>().AddHostedService(provider => provider.GetRequiredService<ConfirmationWriter>());
        services.AddSingleton<CountExit>().AddSingleton<Recount>();
        services.AddSingleton<FormStamps>().AddSingleton<JourneyCookies>();
        services.AddScoped<CampaignGate>().AddScoped<SignCampaign>().AddScoped<ConfirmSignature>().AddScoped<SendAgain>().AddScoped<ChangeSignature>();
    }
}
