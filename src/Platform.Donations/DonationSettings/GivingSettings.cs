using Platform.Core.Tenancy;

namespace Platform.Donations.DonationSettings;

/// <summary>How one organisation takes gifts, or the platform itself (<see cref="PlatformGifts"/>). Without a row nobody can give.</summary>
public sealed partial class GivingSettings : ITenantOwned
{
    private GivingSettings()
    {
    }

    public GivingSettings(DateTimeOffset now) => ChangedAt = now;

    public Guid TenantId { get; private set; }

    /// <summary><c>acct_…</c>, the merchant of every gift.</summary>
    public string? StripeAccount { get; private set; }

    /// <summary>The organisation's own restricted key, encrypted; null where the account is connected to the platform's.</summary>
    public string? SealedKey { get; private set; }

    /// <summary>What its own webhook is signed with, encrypted; goes with the own key.</summary>
    public string? SealedWebhookSecret { get; private set; }

    /// <summary>Reached by keys of the organisation's own, also after it was disconnected and its key forgotten.</summary>
    public bool OwnKeys => SealedWebhookSecret is not null;

    public AccountState AccountState { get; private set; }

    public bool Once { get; private set; } = true;

    public bool Monthly { get; private set; }

    /// <summary>The sum of gifts stands on the campaign's giving page, rounded down.</summary>
    public bool ShowTotal { get; private set; }

    /// <summary>Only the platform's own row has it: gifts to the platform have no campaign to be switched on by.</summary>
    public bool PlatformPage { get; private set; }

    /// <summary>Who receives the money and what for, in each language.</summary>
    public List<GivingPurpose> Purposes { get; private set; } = [];

    public List<CurrencyTerms> Currencies { get; private set; } = [];

    public DateTimeOffset ChangedAt { get; private set; }

    public uint Version { get; private set; }
}

public enum AccountState
{
    None = 0,

    /// <summary>Begun at Stripe, not finished.</summary>
    Onboarding = 1,

    /// <summary>Takes money.</summary>
    Ready = 2,

    /// <summary>The organisation has withdrawn the platform's access, here or at Stripe.</summary>
    Disconnected = 3,

    /// <summary>Stripe has stopped its charges, and may allow them again.</summary>
    Stopped = 4,
}
