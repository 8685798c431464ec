using Microsoft.Extensions.Logging;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Core.Modules;
using Platform.Core.Tenancy;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.DonationSettings;

/// <summary>Makes, checks and takes over Stripe accounts. The organisation is the merchant; the platform takes no share.</summary>
public sealed class ConnectAccount(DonationsDb db, ChangeSettings changes, StripeAccess stripe, KeySeal seal, ICampaignDirectory organisations, TenantContext tenant, TimeProvider clock, ILogger<ConnectAccount> log)
{
    /// <returns>Stripe's page that asks the owner what Stripe has to know; null when it cannot be had now.</returns>
    public async Task<Uri?> BeginAsync(Uri back, CancellationToken ct)
    {
        if (stripe.Platform() is not { } client || await organisations.OrganisationAsync(ct) is not { } organisation)
        {
            return null;
        }

        try
        {
            string? made = null;
            var settings = await changes.RunAsync(async now =>
            {
                if (now.AccountState is AccountState.None or AccountState.Disconnected || now.OwnKeys)
                {
                    var account = await ReachedAsync(client, now, ct) ?? (made ??= await MakeAsync(client, now, organisation.Id, ct));
                    await KeepFormerAsync(now, account, ct);
                    now.BeginOnboarding(account, clock.GetUtcNow());
                }
            }, ct);
            var link = await new AccountLinkService(client).CreateAsync(
                new AccountLinkCreateOptions { Account = settings.StripeAccount, Type = "account_onboarding", RefreshUrl = back.AbsoluteUri, ReturnUrl = back.AbsoluteUri }, null, ct);
            return Uri.TryCreate(link.Url, UriKind.Absolute, out var page) ? page : null;
        }
        catch (Exception problem) when (problem.IsStripeAnswer() || problem.IsStripeSilence(ct))
        {
            log.LogWarning("No account could be connected: {Problem}", problem.Message);
            return null;
        }
    }

    /// <returns>False when Stripe did not answer.</returns>
    public async Task<bool> CheckAsync(CancellationToken ct)
    {
        if (stripe.Platform() is not { } client || await db.Settings.SingleOrDefaultAsync(ct) is not { StripeAccount: { } id, OwnKeys: false } settings)
        {
            return true;
        }

        try
        {
            var account = await new AccountService(client).GetAsync(id, null, null, ct);
            settings.Learn(account.ChargesEnabled, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Stripe's own word was faster.
            return true;
        }
        catch (Exception problem) when (problem.IsStripeAnswer() || problem.IsStripeSilence(ct))
        {
            log.LogWarning("Account {Account} could not be looked at: {Problem}", id, problem.Message);
            return false;
        }
    }

    /// <returns>Null when they are kept; else the key of what is wrong.</returns>
    public async Task<string?> UseKeysAsync(KeysForm form, CancellationToken ct)
    {
        try
        {
            // A restricted key may look at payments without telling whose they are; a key that is none is refused here.
            await new BalanceService(stripe.With(form.Key!)).GetAsync(null, null, ct);
        }
        catch (Exception refused) when (refused.IsStripeAnswer())
        {
            return "desk.giving-key-refused";
        }
        catch (Exception silent) when (silent.IsStripeSilence(ct))
        {
            return "giving.away";
        }

        try
        {
            await changes.RunAsync(async settings =>
            {
                await KeepFormerAsync(settings, form.Account!, ct);
                settings.UseKeys(form.Account!, seal.Seal(form.Key!), seal.Seal(form.WebhookSecret!), clock.GetUtcNow());
            }, ct);
            return null;
        }
        catch (DbUpdateException taken) when (taken.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return "desk.giving-account-taken";
        }
    }

    /// <returns>The account that was disconnected, where the platform may still reach it: no second one is made for it.</returns>
    private static async Task<string?> ReachedAsync(StripeClient client, GivingSettings settings, CancellationToken ct)
    {
        if (settings is not { StripeAccount: { } account, OwnKeys: false })
        {
            return null;
        }

        try
        {
            return (await new AccountService(client).GetAsync(account, null, null, ct)).Id;
        }
        catch (StripeException gone) when (gone.IsAccessGone())
        {
            return null;
        }
    }

    private async Task<string> MakeAsync(StripeClient client, GivingSettings settings, Guid organisation, CancellationToken ct) => (await new AccountService(client).CreateAsync(
        new AccountCreateOptions { Type = "standard", Metadata = new() { ["organisation"] = organisation.ToString() } },
        new RequestOptions { IdempotencyKey = $"account-{tenant.Id:N}-{settings.Version}" }, ct)).Id;

    /// <summary>What was given to the account before goes on there, so it stays reachable as it was.</summary>
    private async Task KeepFormerAsync(GivingSettings settings, string next, CancellationToken ct)
    {
        if (settings.StripeAccount is { } account && account != next)
        {
            (await db.FormerAccounts.SingleOrDefaultAsync(f => f.Account == account, ct) ?? db.FormerAccounts.Add(new FormerAccount(account)).Entity).Keep(settings, clock.GetUtcNow());
        }
    }
}
