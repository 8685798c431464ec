using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Platform.Petitions.Accounts;

public sealed class ProfileForm
{
    [Required]
    [StringLength(80)]
    public string? Name { get; set; }

    [Required]
    public string? Language { get; set; }
}

public sealed class PasswordForm
{
    [Required]
    [StringLength(AccountOptions.LongestPassword)]
    public string? Current { get; set; }

    [Required]
    [StringLength(AccountOptions.LongestPassword, MinimumLength = AccountOptions.ShortestPassword)]
    public string? Password { get; set; }
}

public sealed class AddressForm
{
    [Required]
    [EmailAddress]
    [StringLength(254)]
    public string? Email { get; set; }

    [Required]
    [StringLength(AccountOptions.LongestPassword)]
    public string? Password { get; set; }
}

/// <summary>The account page: what is known of somebody and how they get in.</summary>
public sealed record AccountView(ProfileForm Profile, User User, IReadOnlyList<SessionLine> Sessions, IReadOnlyList<UserPasskeyInfo> Passkeys);

public sealed record SessionLine(string? Browser, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);
