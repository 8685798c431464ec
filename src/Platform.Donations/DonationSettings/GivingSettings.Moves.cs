namespace Platform.Donations.DonationSettings;

public sealed partial class GivingSettings
{
    /// <summary>Charges go through with this account, so gifts can be taken.</summary>
    public bool CanTake => AccountState == AccountState.Ready && Purposes.Count > 0 && Currencies.Count > 0 && (Once || Monthly);

    public void Offer(bool once, bool monthly, bool showTotal, IReadOnlyList<GivingPurpose> purposes, IReadOnlyList<CurrencyTerms> currencies, DateTimeOffset now) =>
        (Once, Monthly, ShowTotal, Purposes, Currencies, ChangedAt) = (once, monthly, showTotal, [.. purposes], [.. currencies], now);

    /// <summary>An account made through the platform: ready once Stripe says that it takes charges.</summary>
    public void BeginOnboarding(string account, DateTimeOffset now) =>
        (StripeAccount, SealedKey, SealedWebhookSecret, AccountState, ChangedAt) = (account, null, null, AccountState.Onboarding, now);

    /// <summary>What Stripe says of the connected account. It does not connect again what was disconnected.</summary>
    /// <returns>True when it changed.</returns>
    public bool Learn(bool takesCharges, DateTimeOffset now)
    {
        var state = AccountState switch
        {
            AccountState.Disconnected => AccountState.Disconnected,
            _ when takesCharges => AccountState.Ready,
            AccountState.Ready => AccountState.Stopped,
            var before => before,
        };
        var changed = state != AccountState;
        (AccountState, ChangedAt) = (state, changed ? now : ChangedAt);
        return changed;
    }

    /// <summary>An account of the organisation's own, by keys it made there.</summary>
    public void UseKeys(string account, string sealedKey, string sealedWebhookSecret, DateTimeOffset now) =>
        (StripeAccount, SealedKey, SealedWebhookSecret, AccountState, ChangedAt) = (account, sealedKey, sealedWebhookSecret, AccountState.Ready, now);

    /// <summary>Access was withdrawn, here or at Stripe. The account's name stays: events about former gifts still come.</summary>
    public void Disconnect(DateTimeOffset now) =>
        (SealedKey, AccountState, ChangedAt) = (null, AccountState.Disconnected, now);

    public void SwitchPlatformPage(bool on, DateTimeOffset now) => (PlatformPage, ChangedAt) = (on, now);

    /// <summary>In the giver's language, else in the first one that was written: null while nothing was.</summary>
    public GivingPurpose? PurposeIn(string language) => Purposes.FirstOrDefault(p => p.Language == language) ?? (Purposes.Count > 0 ? Purposes[0] : null);

    public CurrencyTerms? TermsOf(string? currency) => Currencies.FirstOrDefault(c => c.Currency == currency);
}
