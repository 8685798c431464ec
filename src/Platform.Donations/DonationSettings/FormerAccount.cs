using Platform.Core.Tenancy;

namespace Platform.Donations.DonationSettings;

/// <summary>
/// An account that took the organisation's gifts before the present one. What was given there goes on there: monthly gifts, refunds, disputes. So it
/// stays reachable as it was, and its books are kept, until the organisation takes the access away at Stripe.
/// </summary>
public sealed class FormerAccount : ITenantOwned
{
    private FormerAccount()
    {
    }

    public FormerAccount(string account) => Account = account;

    public Guid TenantId { get; private set; }

    /// <summary><c>acct_…</c></summary>
    public string Account { get; private set; } = "";

    /// <inheritdoc cref="GivingSettings.SealedKey"/>
    public string? SealedKey { get; private set; }

    /// <inheritdoc cref="GivingSettings.SealedWebhookSecret"/>
    public string? SealedWebhookSecret { get; private set; }

    public DateTimeOffset ReplacedAt { get; private set; }

    /// <param name="settings">As they are before the other account takes its place.</param>
    public void Keep(GivingSettings settings, DateTimeOffset now) => (SealedKey, SealedWebhookSecret, ReplacedAt) = (settings.SealedKey, settings.SealedWebhookSecret, now);
}
