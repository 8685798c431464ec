using System.ComponentModel.DataAnnotations;

namespace Platform.Petitions.Accounts;

public sealed class SignInForm
{
    [Required]
    [StringLength(254)]
    public string? Email { get; set; }

    [Required]
    [StringLength(AccountOptions.LongestPassword)]
    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }
}

public sealed class CodeForm
{
    [Required]
    [StringLength(40)]
    public string? Code { get; set; }

    public string? ReturnUrl { get; set; }
}
