using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Petitions.Challenges;

/// <summary>A small calculation for browsers, asked for only while a campaign is under attack. README.md says why and how.</summary>
internal static class ChallengeServices
{
    public static void AddChallenges(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Challenges").Get<ChallengeOptions>() ?? new ChallengeOptions())
        .AddSingleton<ChallengeBook>().AddSingleton<ProofCheck>().AddSingleton<AttackWatch>().AddSingleton<ChallengeCampaigns>()
        .AddSingleton<SpentProofs>().AddHostedService(provider => provider.GetRequiredService<SpentProofs>());
}
