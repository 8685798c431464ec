using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Access;

namespace Platform.Petitions.ApiKeys;

internal static class ApiKeyServices
{
    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddScoped<CurrentKey>().AddScoped<EnterByKey>();
        services.AddScoped<IAuthorizationHandler, ScopeHandler>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(ProgramPageAttribute.Scheme, null);
        services.AddAuthorizationBuilder().AddPolicy(Policies.Program, p => p.AddAuthenticationSchemes(ProgramPageAttribute.Scheme).RequireAuthenticatedUser().AddRequirements(new ScopeRequirement()));
    }
}
