using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Domains;

internal static class DomainServices
{
    public static void AddDomains(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Domains").Get<DomainOptions>() ?? new DomainOptions());
        services.AddSingleton<IDomainRecords, DomainRecords>();
        services.AddScoped<CheckDomain>().AddScoped<ClaimDomain>().AddScoped<IMailWriter, DomainRecordMail>();
    }
}
