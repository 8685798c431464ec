using Microsoft.EntityFrameworkCore;
using Platform.Donations.DonationSettings;
using Platform.Donations.Giving;
using Platform.Donations.StripeFake;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.StripeWebhook;

/// <summary>What happens at Stripe to the account itself.</summary>
public sealed class AccountNewsTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    [Fact]
    public async Task An_account_that_Stripe_stops_takes_no_gifts_until_it_may_again()
    {
        var money = await MoneyStage.SetAsync(host);

        money.At(FakeOnboarding.Restrict);

        await Until.TrueAsync(async () => await StateAsync(money) == AccountState.Stopped, "the account is stopped");
        await host.Mail.WaitAsync(money.Owner, "nobody can give");
        money.At(FakeOnboarding.Complete);
        await Until.TrueAsync(async () => await StateAsync(money) == AccountState.Ready, "the account takes gifts again");
    }

    [Fact]
    public async Task What_was_given_before_an_account_was_stopped_can_still_be_given_back()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync();
        money.At(FakeOnboarding.Restrict);
        await Until.TrueAsync(async () => await StateAsync(money) == AccountState.Stopped, "the account is stopped");

        money.At(account => FakeRefunds.Back(account, account.Find(money.ChargeOf(gift))!, null));

        await money.UntilAsync(gift, d => d.State == DonationState.Refunded, "the refund arrived");
    }

    [Fact]
    public async Task An_organisation_that_takes_the_access_away_is_disconnected()
    {
        var money = await MoneyStage.SetAsync(host);

        money.At(FakeOnboarding.Deauthorize);

        await Until.TrueAsync(async () => await StateAsync(money) == AccountState.Disconnected, "the account is disconnected");
        await host.Mail.WaitAsync(money.Owner, "nobody can give");
    }

    private Task<AccountState> StateAsync(MoneyStage money) => host.InDonationsAsync(money.Tenant, db => db.Settings.Select(s => s.AccountState).SingleAsync());
}
