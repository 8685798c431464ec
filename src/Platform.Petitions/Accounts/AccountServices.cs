using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Api;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

/// <summary>Identity, sessions and the two policies.</summary>
internal static class AccountServices
{
    public const string SignInPath = "/account/sign-in";
    public const string SecondFactorPath = "/account/second-factor";

    public static void AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        var cookies = new AccountCookies(configuration.GetValue("Site:SecureCookies", true));
        var secure = cookies.Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddSingleton(cookies).AddSingleton(configuration.GetSection("Accounts").Get<AccountLimits>() ?? new AccountLimits());
        services.AddSingleton<Attempts>().AddSingleton<KnownBrowser>().AddSingleton<AuthenticatorOffer>().AddSingleton<IPasswordHasher<User>, PasswordHasher<User>>().AddSingleton<Passwords>();
        services.AddScoped<Sessions>().AddScoped<SignIn>().AddScoped<PasskeyCeremony>().AddScoped<Register>().AddScoped<AccountLinks>().AddScoped<AccountLetters>();
        services.AddScoped<IMailWriter, ConfirmAccountMail>().AddScoped<IMailWriter, AccountExistsMail>().AddScoped<IMailWriter, ResetPasswordMail>()
            .AddScoped<IMailWriter, ChangeAddressMail>().AddScoped<IMailWriter, AddressChangedMail>();
        services.AddDataProtection().SetApplicationName("undersigned").PersistKeysToDbContext<PetitionsDb>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddSingleton<SessionStore>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<User>(AccountOptions.Configure)
            .AddEntityFrameworkStores<PetitionsDb>()
            .AddPasswordValidator<CommonPasswords>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.OnRefreshingPrincipal = KeepMethod);
        services.AddOptions<IdentityPasskeyOptions>().Configure<TenancyOptions>((passkeys, site) =>
        {
            passkeys.ServerDomain = new Uri(site.BaseUrl).Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });

        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = cookies.Session;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = secure;
            cookie.LoginPath = SignInPath;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToAccessDenied = AccessDenied;
            var toSignIn = cookie.Events.OnRedirectToLogin;
            cookie.Events.OnRedirectToLogin = context => ApiProblem.Concerns(context.Request.Path) ? NoSuchMethod(context.Response) : toSignIn(context);
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = cookies.SecondStep;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = secure;
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionStore>((cookie, store) => cookie.SessionStore = store);

        services.AddScoped<IAuthorizationHandler, OrganiserHandler>().AddScoped<IAuthorizationHandler, AdminHandler>();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Organiser, p => p.RequireAuthenticatedUser().AddRequirements(new OrganiserRequirement()))
            .AddPolicy(Policies.Admin, p => p.RequireAuthenticatedUser().AddRequirements(new AdminRequirement()))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    /// <summary>How the session was opened outlives the refreshing of its claims.</summary>
    private static Task KeepMethod(SecurityStampRefreshingPrincipalContext context)
    {
        context.NewPrincipal?.Identities.First().AddClaims(context.CurrentPrincipal?.FindAll("amr") ?? []);
        return Task.CompletedTask;
    }

    /// <summary>Every address of the API says whom it serves; what is left without that is the router's own "not with this method", and no program signs in.</summary>
    private static Task NoSuchMethod(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
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
