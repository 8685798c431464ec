using System.ComponentModel.DataAnnotations;

namespace Platform.Web.Style;

/// <summary>A form with one of everything, to see the tag helpers and their errors at work.</summary>
public sealed class StyleForm
{
    [Required]
    [StringLength(20)]
    public string? Name { get; set; }

    [Required]
    [EmailAddress]
    public string? Email { get; set; }

    public string? Country { get; set; }

    [Required]
    public string? Text { get; set; }

    public DateOnly? ClosesOn { get; set; }

    [Required(ErrorMessage = "error.choose")]
    public string? Role { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "error.required")]
    public bool Agreed { get; set; }

    public bool Updates { get; set; }
}
