using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.DonationSettings;
using Platform.Donations.Giving;
using Platform.Donations.StripeAccounts;
using Platform.Donations.StripeFake;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Stripe;

namespace Platform.Donations.Tests;

/// <summary>An organisation that takes gifts for its one campaign.</summary>
public static class GivingStage
{
    public const string Recipient = "Harbour Fund";
    public const string Purpose = "Pays for the court fees of the harbour case.";

    public static async Task<Stage> SetAsync(TestHost host, Action<GivingSettings>? with = null, bool on = true)
    {
        var stage = await Stage.SetAsync(host, with: c => c.ClosesAt = TimeProvider.System.GetUtcNow().AddDays(60));
        await host.JoinAsync(stage.Organiser, stage.Organisation);
        await host.InScopeAsync(stage.Organisation.Id, async services =>
        {
            var (db, now) = (services.GetRequiredService<DonationsDb>(), TimeProvider.System.GetUtcNow());
            var settings = new GivingSettings(now);
            settings.Offer(once: true, monthly: true, showTotal: false, [new GivingPurpose { Language = "en", Recipient = Recipient, Purpose = Purpose }], [Euro(), Yen()], now);
            await ConnectAsync(services, settings, now);
            with?.Invoke(settings);
            db.Settings.Add(settings);
            if (on)
            {
                var campaign = new CampaignGiving(stage.Campaign.Id);
                campaign.Switch(true, now);
                db.Campaigns.Add(campaign);
            }

            return await db.SaveChangesAsync();
        });
        return stage;
    }

    public static CurrencyTerms Euro() => new() { Currency = "eur", Suggested = [500, 1000, 2500], Minimum = 200, Maximum = 100_000, SecondPersonAbove = 5_000 };

    public static CurrencyTerms Yen() => new() { Currency = "jpy", Suggested = [1000], Minimum = 100, Maximum = 100_000, SecondPersonAbove = 10_000 };

    /// <summary>Looks into the imitation of Stripe, at this organisation's account.</summary>
    public static T InFake<T>(this Stage stage, Func<FakeAccount, T> look) => stage.Host.Services.GetRequiredService<FakeStripe>().In(AccountOf(stage), look);

    private static string AccountOf(Stage stage) =>
        stage.Host.InDonationsAsync(stage.Organisation.Id, db => db.Settings.Select(s => s.StripeAccount!).SingleAsync()).GetAwaiter().GetResult();

    /// <summary>At the imitation of Stripe where there is one; else by keys that nobody answers to.</summary>
    private static async Task ConnectAsync(IServiceProvider services, GivingSettings settings, DateTimeOffset now)
    {
        if (services.GetService<FakeStripe>() is not { } fake)
        {
            var seal = services.GetRequiredService<KeySeal>();
            settings.UseKeys($"acct_{Guid.NewGuid():N}", seal.Seal($"rk_test_{Guid.NewGuid():N}"), seal.Seal($"whsec_{Guid.NewGuid():N}"), now);
            return;
        }

        var account = await new AccountService(services.GetRequiredService<StripeAccess>().Platform()).CreateAsync(new AccountCreateOptions { Type = "standard" });
        fake.In(account.Id, FakeOnboarding.Complete);
        settings.BeginOnboarding(account.Id, now);
        settings.Learn(takesCharges: true, now);
    }

    public static Task<List<Donation>> GiftsAsync(this Stage stage) => stage.Host.InDonationsAsync(stage.Organisation.Id, db => db.Donations.AsNoTracking().OrderBy(d => d.CreatedAt).ToListAsync());
}
