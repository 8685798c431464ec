using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Organisations;

internal static class OrganisationServices
{
    public static void AddOrganisations(this IServiceCollection services) => services
        .AddSingleton<TenantDirectory>().AddSingleton<ITenantDirectory>(provider => provider.GetRequiredService<TenantDirectory>())
        .AddSingleton<InvitationTokens>()
        .AddScoped<FoundOrganisation>().AddScoped<ChangeMembers>().AddScoped<AcceptInvitation>()
        .AddScoped<IMailWriter, InvitationMail>();
}
