using Microsoft.EntityFrameworkCore;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>Whether the organisation's account takes charges, and whether the platform still reaches it.</summary>
public sealed class SettleAccount(DonationsDb db, GiftLetters letters, TimeProvider clock)
{
    public async Task<StripeEventOutcome> RunAsync(StripeLine line, CancellationToken ct)
    {
        var settings = await db.Settings.SingleAsync(ct);
        var (ready, reached) = (settings.AccountState == DonationSettings.AccountState.Ready, await TakesChargesAsync(line, ct));
        if (reached is { } takes)
        {
            settings.Learn(takes, clock.GetUtcNow());
        }
        else
        {
            settings.Disconnect(clock.GetUtcNow());
        }

        if (ready && reached is not true)
        {
            await letters.ToOwnersAsync(AccountStoppedMail.Name, db.CurrentTenantId, ct);
        }

        return StripeEventOutcome.Done;
    }

    /// <returns>Null when the access was taken away: asked of Stripe, because the event alone may be older than a new connection.</returns>
    private static async Task<bool?> TakesChargesAsync(StripeLine line, CancellationToken ct)
    {
        try
        {
            return (await line.Client.V1.Accounts.GetAsync(line.Account, null, line.Header is null ? null : new RequestOptions(), ct)).ChargesEnabled;
        }
        catch (StripeException gone) when (gone.StripeError?.Code == "account_invalid" || gone.HttpStatusCode is System.Net.HttpStatusCode.Forbidden or System.Net.HttpStatusCode.Unauthorized)
        {
            return null;
        }
    }
}
