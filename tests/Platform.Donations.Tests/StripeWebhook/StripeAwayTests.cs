using Microsoft.EntityFrameworkCore;
using Platform.Donations.Giving;
using Platform.Donations.StripeFake;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.StripeWebhook;

public sealed class StripeAwayTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    [Theory]
    [InlineData(FakeFault.Down)]
    [InlineData(FakeFault.Nonsense)]
    [InlineData(FakeFault.Broken)]
    public async Task News_that_comes_while_Stripe_is_away_is_taken_at_once_and_true_when_it_is_back(FakeFault fault)
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.BeginAsync();
        host.Faults.Now = fault;
        money.At(account => FakeHostedPage.Pay(account, gift.Session));
        await Until.TrueAsync(
            () => host.InDonationsAsync(money.Tenant, async db => await db.Set<Platform.Donations.StripeWebhook.StripeEvent>().CountAsync(e => e.Type != "account.updated") >= 3), "the news is written down");
        Assert.Equal(DonationState.Pending, (await money.FindAsync(gift)).State);

        host.Faults.Now = FakeFault.None;

        await money.UntilAsync(gift, d => d.State == DonationState.Paid, "the gift is paid");
    }
}
