using System.Net.Http;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Tenancy;
using Platform.Donations.DonationSettings;
using Stripe;

namespace Platform.Donations.StripeAccounts;

/// <summary>Opens lines to Stripe: no global key, no second try behind the caller's back, and nobody waits longer than the giver would.</summary>
public sealed class StripeAccess(IHttpClientFactory http, DonationsOptions options, DonationsDb db, TenantContext tenant, KeySeal seal)
{
    /// <summary>The named client whose handler a fake may replace.</summary>
    public const string HttpClientName = "stripe";

    /// <summary>The platform has a key of its own, so organisations can be connected to it.</summary>
    public bool PlatformHasKey => options.SecretKey is { Length: > 0 };

    /// <summary>For the scope's organisation, or for the platform's own gifts.</summary>
    /// <returns>Null where nothing is connected.</returns>
    public async Task<StripeLine?> ForTenantAsync(CancellationToken ct) =>
        await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct) is { } settings ? For(settings) : null;

    /// <inheritdoc cref="ForTenantAsync"/>
    public StripeLine? For(GivingSettings settings) => settings switch
    {
        { SealedKey: { } own, StripeAccount: { } account } => seal.Open(own) is { } key ? new StripeLine(Client(key), account, null) : null,
        { StripeAccount: { } account, AccountState: AccountState.Ready or AccountState.Onboarding } when PlatformHasKey =>
            new StripeLine(Client(options.SecretKey!), account, tenant.Id == PlatformGifts.Id ? null : account),
        _ => null,
    };

    /// <summary>With the platform's own key; null without one.</summary>
    public StripeClient? Platform() => PlatformHasKey ? Client(options.SecretKey!) : null;

    /// <summary>With a key that is about to be tried.</summary>
    public StripeClient With(string key) => Client(key);

    private StripeClient Client(string key) => new(
        key, httpClient: new SystemNetHttpClient(http.CreateClient(HttpClientName), maxNetworkRetries: 0), apiBase: options.StripeAddress.AbsoluteUri.TrimEnd('/'));
}

/// <param name="Account">The merchant, as gifts and events name it.</param>
/// <param name="Header">The connected account to act for; null where the key is the account's own.</param>
public sealed record StripeLine(StripeClient Client, string Account, string? Header)
{
    /// <param name="idempotencyKey">On every POST: made from the donation's id, so that asking twice does once.</param>
    public RequestOptions Options(string? idempotencyKey = null) => new() { StripeAccount = Header, IdempotencyKey = idempotencyKey };
}
