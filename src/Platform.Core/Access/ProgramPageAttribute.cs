using Microsoft.AspNetCore.Authorization;

namespace Platform.Core.Access;

/// <summary>What a key lets a program do; stored, so never renumbered.</summary>
[Flags]
public enum KeyScope
{
    None = 0,

    /// <summary>The organisation's own signatures, as its owners' export has them.</summary>
    ReadSignatures = 1,

    /// <summary>Begin and change drafts. Nothing is published by it.</summary>
    WriteDrafts = 2,

    /// <summary>Pass on what somebody signed elsewhere. The mail to confirm goes out all the same.</summary>
    Sign = 4,
}

/// <summary>A program with an organisation's key that has <see cref="Scope"/>; else 401 or 403. Cookies are not looked at, so no antiforgery token is asked for.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProgramPageAttribute(KeyScope scope) : Attribute, IAudience, IAuthorizeData
{
    public const string Scheme = "key";

    public KeyScope Scope { get; } = scope;

    public string? Policy { get; set; } = Policies.Program;

    public string? Roles { get; set; }

    public string? AuthenticationSchemes { get; set; } = Scheme;
}
