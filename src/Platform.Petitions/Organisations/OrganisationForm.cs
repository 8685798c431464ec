using System.ComponentModel.DataAnnotations;

namespace Platform.Petitions.Organisations;

public sealed class OrganisationForm
{
    [Required]
    [StringLength(120)]
    public string? Name { get; set; }

    [StringLength(60)]
    public string? Slug { get; set; }

    [Required]
    public string? Language { get; set; }

    public bool Start { get; set; }
}

public sealed class SettingsForm
{
    [Required]
    [StringLength(120)]
    public string? Name { get; set; }

    [Required]
    public string? Language { get; set; }

    [StringLength(10_000)]
    public string? About { get; set; }

    [StringLength(120)]
    public string? Place { get; set; }

    [StringLength(300)]
    public string? Website { get; set; }

    [StringLength(5_000)]
    public string? EmbedHosts { get; set; }

    [Range(0, 100)]
    public int MinimumCoSponsors { get; set; }

    [Range(0, 100)]
    public int MaximumCoSponsors { get; set; }
}

public sealed class InviteForm
{
    [Required]
    [EmailAddress]
    [StringLength(254)]
    public string? Email { get; set; }

    [Required(ErrorMessage = "error.choose")]
    public string? Role { get; set; }
}
