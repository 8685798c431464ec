using Microsoft.AspNetCore.Authorization;

namespace Platform.Core.Access;

/// <summary>What a member may do in an organisation; each includes the one before.</summary>
public enum MemberRole
{
    Viewer = 1,
    Editor = 2,
    Owner = 3,
}

/// <summary>What a person may do on the whole platform; each includes the one before.</summary>
public enum PlatformRole
{
    None = 0,
    Moderator = 1,
    Admin = 2,
}

/// <summary>Marks whom a controller serves. Exactly one stands on each; without one the fallback policy denies.</summary>
public interface IAudience;

/// <summary>Anybody, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PublicPageAttribute : Attribute, IAudience, IAllowAnonymous;

/// <summary>Somebody with an account; below <c>/{org}</c> a member with at least <see cref="Role"/>, else 404.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OrganiserPageAttribute(MemberRole role = MemberRole.Viewer) : Attribute, IAudience, IAuthorizeData
{
    public MemberRole Role { get; } = role;

    public string? Policy { get; set; } = Policies.Organiser;

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; }
}

/// <summary>Staff of the platform with at least <see cref="Role"/> and a second factor, else 404.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdminPageAttribute(PlatformRole role = PlatformRole.Moderator) : Attribute, IAudience, IAuthorizeData
{
    public PlatformRole Role { get; } = role;

    public string? Policy { get; set; } = Policies.Admin;

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; }
}

/// <summary>One action inside an <see cref="OrganiserPageAttribute"/> controller that asks for more than the controller does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsRoleAttribute(MemberRole role) : Attribute
{
    public MemberRole Role { get; } = role;
}

public static class Policies
{
    public const string Organiser = "organiser";
    public const string Admin = "admin";
    public const string Program = "program";
}
