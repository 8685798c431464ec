using System.ComponentModel.DataAnnotations;

namespace Platform.Donations.DonationSettings;

public sealed class ConnectForm
{
    public string? Password { get; set; }
}

/// <summary>Keys the organisation made at Stripe. They are shown on no page afterwards.</summary>
public sealed class KeysForm
{
    [Required]
    [RegularExpression("acct_[A-Za-z0-9]{4,60}", ErrorMessage = "desk.giving-account-wrong")]
    public string? Account { get; set; }

    [Required]
    [RegularExpression("rk_[A-Za-z0-9_]{8,240}", ErrorMessage = "desk.giving-key-wrong")]
    public string? Key { get; set; }

    [Required]
    [RegularExpression("whsec_[A-Za-z0-9_]{8,240}", ErrorMessage = "desk.giving-secret-wrong")]
    public string? WebhookSecret { get; set; }

    public string? Password { get; set; }
}
