using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Confirming;
using Platform.Petitions.Counting;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Milestones;
using Platform.Petitions.MySignatures;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Signing;

/// <summary>The hot path and all that it needs.</summary>
internal static class SigningServices
{
    public static void AddSigning(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Signing").Get<SigningOptions>() ?? new SigningOptions());
        services.AddSingleton<Fingerprints>().AddSingleton<SignatureTokens>();
        services.AddSingleton<SignatureWriter>().AddHostedService(provider => provider.GetRequiredService<SignatureWriter>());
        services.AddSingleton<ConfirmationWriter>().AddHostedService(provider => provider.GetRequiredService<ConfirmationWriter>());
        services.AddSingleton<CountExit>().AddSingleton<CountReturn>().AddSingleton<Recount>().AddSingleton<RecountCampaigns>();
        services.AddScoped<SignatureLetters>().AddScoped<MailStops>().AddScoped<CloseByTime>();
        services.AddScoped<IMailWriter, ConfirmSignatureMail>().AddScoped<IMailWriter, ConfirmReminderMail>().AddScoped<IMailWriter, AlreadySignedMail>()
            .AddScoped<IMailWriter, SignatureConfirmedMail>().AddScoped<IMailWriter, MilestoneForOrganiserMail>().AddScoped<IMailWriter, MilestoneForSignerMail>();
        services.AddSingleton<FormStamps>().AddSingleton<JourneyCookies>().AddSingleton<CampaignGates>().AddSingleton<SignCampaign>();
        services.AddSingleton<SigningLane>().AddSingleton<ConfirmingLane>();
        services.AddScoped<CampaignGate>().AddScoped<ConfirmSignature>().AddScoped<SendAgain>().AddScoped<OtherCampaigns>().AddScoped<ChangeSignature>();
    }
}
