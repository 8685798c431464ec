using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Core.Access;

namespace Platform.Petitions.Accounts;

/// <summary>Somebody with an account; below an organisation's path a member with the role the page asks for.</summary>
public sealed class OrganiserRequirement : IAuthorizationRequirement;

/// <summary>Staff with a second factor.</summary>
public sealed class AdminRequirement : IAuthorizationRequirement;

internal sealed class OrganiserHandler(CurrentUser user) : AuthorizationHandler<OrganiserRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OrganiserRequirement requirement)
    {
        if (context.Resource is HttpContext http && user.SignedIn && IsMember(http))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }

    private bool IsMember(HttpContext http)
    {
        if (http.GetRouteValue("org") is null)
        {
            return true;
        }

        var metadata = http.GetEndpoint()?.Metadata;
        var page = metadata?.GetMetadata<OrganiserPageAttribute>()?.Role ?? MemberRole.Owner;
        var action = metadata?.GetMetadata<NeedsRoleAttribute>()?.Role ?? MemberRole.Viewer;
        return user.May(page > action ? page : action);
    }
}

internal sealed class AdminHandler(CurrentUser user) : AuthorizationHandler<AdminRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AdminRequirement requirement)
    {
        var role = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<AdminPageAttribute>()?.Role ?? PlatformRole.Admin;
        if (user.May(role))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
