using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Platform.Core.Access;
using Platform.Petitions.Api;

namespace Platform.Petitions.ApiKeys;

/// <summary>Reads <c>Authorization: Bearer</c>, on addresses that ask for a key only. Cookies mean nothing there.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, EnterByKey enter)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && await enter.RunAsync(header[Bearer.Length..].Trim(), Context.RequestAborted)
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(Scheme.Name)), Scheme.Name))
            : AuthenticateResult.NoResult();
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.WriteAsync(Context, StatusCodes.Status401Unauthorized, "Send your organisation's key: Authorization: Bearer undersigned_…");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ApiProblem.WriteAsync(Context, StatusCodes.Status403Forbidden, "This key does not have the scope that this address asks for.");
}

/// <summary>A key with the scope that the address asks for.</summary>
public sealed class ScopeRequirement : IAuthorizationRequirement;

internal sealed class ScopeHandler(CurrentKey key) : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.GetEndpoint()?.Metadata.GetMetadata<ProgramPageAttribute>() is { } page && key.Id is not null && key.Scopes.HasFlag(page.Scope))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
