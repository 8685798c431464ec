using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.CoSponsors;

internal static class CoSponsorServices
{
    public static void AddCoSponsors(this IServiceCollection services) =>
        services.AddScoped<CoSponsoring>().AddScoped<JoinCoSponsors>().AddScoped<IMailWriter, CoSponsorJoinedMail>();
}
