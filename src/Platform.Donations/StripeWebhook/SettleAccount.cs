using Microsoft.EntityFrameworkCore;
using Platform.Donations.DonationSettings;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>Whether the organisation's account takes charges, and whether the platform still reaches it.</summary>
public sealed class SettleAccount(DonationsDb db, GiftLetters letters, TimeProvider clock)
{
    public async Task<Writing> AskAsync(StripeLine line, CancellationToken ct)
    {
        // A restricted key need not be able to look at its account; it says so itself when it is tried.
        if (line.Header is null)
        {
            return _ => Task.FromResult(StripeEventOutcome.NotOurs);
        }

        var takes = await TakesChargesAsync(line, ct);
        return then => WriteAsync(line, takes, then);
    }

    private async Task<StripeEventOutcome> WriteAsync(StripeLine line, bool? takes, CancellationToken ct)
    {
        var settings = await db.Settings.SingleAsync(ct);
        if (settings.StripeAccount != line.Account)
        {
            // Of an account that was replaced: it takes no gifts any more, whatever it could.
            return StripeEventOutcome.NotOurs;
        }

        var ready = settings.AccountState == AccountState.Ready;
        if (takes is { } known)
        {
            settings.Learn(known, clock.GetUtcNow());
        }
        else
        {
            settings.Disconnect(clock.GetUtcNow());
        }

        if (ready && takes is not true)
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
            return (await line.Client.V1.Accounts.GetAsync(line.Account, null, new RequestOptions(), ct)).ChargesEnabled;
        }
        catch (StripeException gone) when (gone.IsAccessGone())
        {
            return null;
        }
    }
}
