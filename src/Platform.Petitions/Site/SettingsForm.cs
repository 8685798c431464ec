using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Platform.Petitions.Site;

public sealed class SettingsForm
{
    public bool LiveBeforeReview { get; set; }

    public bool CreationPaused { get; set; }

    public bool SigningPaused { get; set; }

    public bool LiveOff { get; set; }

    public bool StatisticsOff { get; set; }

    public bool ReadOnly { get; set; }

    [StringLength(1000)]
    public string? Banner { get; set; }

    [BindNever]
    public DateTimeOffset? PausedSince { get; set; }

    [BindNever]
    public bool Saved { get; set; }
}
