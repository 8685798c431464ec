using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.Reconciliation;
using Platform.Donations.StripeFake;
using Platform.Donations.Tests.StripeWebhook;
using Xunit;

namespace Platform.Donations.Tests.Reconciliation;

/// <summary>The daily comparison says what differs, and touches nothing.</summary>
public sealed class ReconciliationTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    [Fact]
    public async Task Where_all_is_told_nothing_differs()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync();
        money.At(account => FakeRefunds.Back(account, account.Find(money.ChargeOf(gift))!, 700));
        await money.UntilAsync(gift, d => d.Refunded == 700, "a part went back");

        Assert.Empty(await CompareAsync(money));
        Assert.Equal((3, 0), await LastRunAsync(money));
    }

    [Fact]
    public async Task News_that_never_came_is_found_told_once_and_gone_when_it_comes()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync();
        host.Deliveries.Hold = true;
        await money.RestAsync();
        money.At(account => FakeRefunds.Back(account, account.Find(money.ChargeOf(gift))!, 700));

        Assert.Equal([DifferenceKind.MissingInLedger, DifferenceKind.RefundDiffers], await CompareAsync(money));
        await host.Mail.WaitAsync(money.Owner, "do not agree");
        Assert.Equal(2, (await CompareAsync(money)).Count);
        Assert.Equal((DonationState.Paid, 0), ((await money.FindAsync(gift)).State, (await money.FindAsync(gift)).Refunded));

        host.Deliveries.Release();
        await money.UntilAsync(gift, d => d.Refunded == 700, "the news came");
        Assert.Empty(await CompareAsync(money));
        Assert.Single(await host.Mail.ToAsync(money.Owner, "do not agree"));
    }

    [Fact]
    public async Task A_gift_that_was_paid_while_nobody_listened_is_found()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.BeginAsync();
        host.Deliveries.Hold = true;
        money.At(account => FakeHostedPage.Pay(account, gift.Session));

        var found = await CompareAsync(money);
        host.Deliveries.Release();

        Assert.Equal([DifferenceKind.MissingInLedger, DifferenceKind.GiftNotPaid], found);
    }

    [Fact]
    public async Task An_entry_that_Stripe_does_not_know_is_found()
    {
        var money = await MoneyStage.SetAsync(host);
        var planted = new Movement("txn_planted", "ch_planted", LedgerKind.Gift, "eur", 5000, 100, DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()));
        await host.InScopeAsync(money.Tenant, services => services.GetRequiredService<LedgerBook>().EnterAsync(money.Account, [planted], CancellationToken.None));

        Assert.Equal([DifferenceKind.MissingAtStripe], await CompareAsync(money));
        Assert.Equal(4900, await money.LedgerAsync(LedgerAccount.Balance));
    }

    [Fact]
    public async Task A_gift_that_is_paid_here_alone_is_found()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.BeginAsync();
        await host.InDonationsAsync(money.Tenant, async db =>
        {
            (await db.Donations.SingleAsync(d => d.Id == gift.Id)).MarkPaid("pi_invented", null, null, 2500, "eur", TimeProvider.System.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        Assert.Equal([DifferenceKind.GiftNotCharged], await CompareAsync(money));
    }

    private async Task<List<DifferenceKind>> CompareAsync(MoneyStage money)
    {
        await host.InScopeAsync(money.Tenant, async services =>
        {
            await services.GetRequiredService<ReconcileOrganisation>().RunAsync(CancellationToken.None);
            return true;
        });
        return [.. (await host.InScopeAsync(money.Tenant, services => services.GetRequiredService<ReconciliationReader>().OpenAsync(CancellationToken.None))).Select(d => d.Kind).Order()];
    }

    private async Task<(int Compared, int Differences)> LastRunAsync(MoneyStage money)
    {
        var run = await host.InScopeAsync(money.Tenant, services => services.GetRequiredService<ReconciliationReader>().LastRunAsync(CancellationToken.None));
        return (run!.Compared, run.Differences);
    }
}
