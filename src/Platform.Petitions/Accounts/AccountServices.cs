using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Core.Access;

namespace Platform.Petitions.Accounts;

/// <summary>Identity, sessions and the two policies.</summary>
internal static class AccountServices
{
    public const string SignInPath = "/account/sign-in";
    public const string SecondFactorPath = "/account/second-factor";

    public static void AddAccounts(this IServiceCollection services, bool secureCookies)
    {
        services.AddDataProtection().SetApplicationName("undersigned").PersistKeysToDbContext<PetitionsDb>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<SessionStore>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<User>(AccountOptions.Configure)
            .AddEntityFrameworkStores<PetitionsDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();

        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = secureCookies ? "__Host-session" : "session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = secureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = SignInPath;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToAccessDenied = AccessDenied;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionStore>((cookie, store) => cookie.SessionStore = store);

        services.AddScoped<IAuthorizationHandler, OrganiserHandler>().AddScoped<IAuthorizationHandler, AdminHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Organiser, p => p.RequireAuthenticatedUser().AddRequirements(new OrganiserRequirement()))
            .AddPolicy(Policies.Admin, p => p.RequireAuthenticatedUser().AddRequirements(new AdminRequirement()))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>What somebody may not see does not exist; staff without a second factor are shown how to get one.</summary>
    private static Task AccessDenied(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        var user = context.HttpContext.RequestServices.GetRequiredService<CurrentUser>();
        if (user is { SignedIn: true, SecondFactor: false, PlatformRole: > PlatformRole.None }
            && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<AdminPageAttribute>() is not null)
        {
            context.Response.Redirect(SecondFactorPath);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        return Task.CompletedTask;
    }
}
