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

    /// <summary>To the account that takes the organisation's gifts, or the platform's own.</summary>
    /// <returns>Null where none is connected.</returns>
    public StripeLine? For(GivingSettings settings) => settings.StripeAccount is { } account ? Line(account, settings.OwnKeys, settings.SealedKey) : null;

    /// <summary>To one account of the scope's organisation: the present one, or one before it.</summary>
    /// <returns>Null where its key was forgotten.</returns>
    public async Task<StripeLine?> ToAsync(string account, CancellationToken ct) => (await AllAsync(ct)).FirstOrDefault(line => line.Account == account);

    /// <summary>To every account of the scope's organisation that can be asked, the present one first.</summary>
    public async Task<IReadOnlyList<StripeLine>> AllAsync(CancellationToken ct)
    {
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct);
        var former = await db.FormerAccounts.AsNoTracking().OrderByDescending(f => f.ReplacedAt).ToListAsync(ct);
        return
        [
            .. former.Where(f => f.Account != settings?.StripeAccount).Select(f => Line(f.Account, f.SealedWebhookSecret is not null, f.SealedKey))
                .Prepend(settings is null ? null : For(settings)).OfType<StripeLine>(),
        ];
    }

    /// <summary>With the platform's own key; null without one.</summary>
    public StripeClient? Platform() => PlatformHasKey ? Client(options.SecretKey!) : null;

    /// <summary>With a key that is about to be tried.</summary>
    public StripeClient With(string key) => Client(key);

    /// <summary>Asked for whatever state the account is in: Stripe itself says when it is not ours to reach.</summary>
    private StripeLine? Line(string account, bool ownKeys, string? sealedKey) => ownKeys
        ? seal.Open(sealedKey) is { } key ? new StripeLine(Client(key), account, null) : null
        : PlatformHasKey ? new StripeLine(Client(options.SecretKey!), account, tenant.Id == PlatformGifts.Id ? null : account) : null;

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
