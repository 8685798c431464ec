using System.ComponentModel.DataAnnotations;

namespace Platform.Petitions.Accounts;

public sealed class RegisterForm
{
    [Required]
    [StringLength(80)]
    public string? Name { get; set; }

    [Required]
    [EmailAddress]
    [StringLength(254)]
    public string? Email { get; set; }

    [Required]
    [StringLength(AccountOptions.LongestPassword, MinimumLength = AccountOptions.ShortestPassword)]
    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }
}

public sealed class ForgotForm
{
    [Required]
    [EmailAddress]
    [StringLength(254)]
    public string? Email { get; set; }
}

public sealed class ResetForm
{
    [Required]
    [StringLength(AccountOptions.LongestPassword, MinimumLength = AccountOptions.ShortestPassword)]
    public string? Password { get; set; }
}
