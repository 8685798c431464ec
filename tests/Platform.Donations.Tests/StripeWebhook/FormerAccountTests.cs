using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Donations.DonationSettings;
using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.Reconciliation;
using Platform.Donations.StripeFake;
using Platform.Donations.Tests.DonationSettings;
using Platform.Testing.Data;
using Platform.Testing.Hosts;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.StripeWebhook;

/// <summary>An organisation takes another account. What was given to the one before goes on there, and its books here.</summary>
public sealed class FormerAccountTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    [Fact]
    public async Task News_of_the_account_before_arrives_and_is_in_the_books()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync();
        await ReplaceAsync(money);

        money.At(account => FakeRefunds.Back(account, account.Find(money.ChargeOf(gift))!, 700));
        await money.UntilAsync(gift, d => d.Refunded == 700, "a part went back");
        await host.Mail.WaitAsync(gift.Giver, "on its way back");
        Assert.Equal((-2500, 700), (await money.LedgerAsync(LedgerAccount.Gifts), await money.LedgerAsync(LedgerAccount.Refunds)));

        money.At(account => FakeDisputes.Open(account, money.ChargeOf(gift)));
        await money.UntilAsync(gift, d => d.State == DonationState.Disputed, "the gift is disputed");
        money.At(FakeOnboarding.Restrict);
        await money.RestAsync();
        Assert.Equal(AccountState.Ready, await host.InDonationsAsync(money.Tenant, db => db.Settings.Select(s => s.AccountState).SingleAsync()));
    }

    [Fact]
    public async Task A_monthly_gift_of_the_account_before_is_renewed_and_stopped_by_its_giver()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync(monthly: true);
        await ReplaceAsync(money);

        money.At(account => FakeSubscriptions.Renew(account, account.All("subscription").Single().Id()));
        await Until.TrueAsync(async () => (await money.RenewalsAsync(gift)).Any(d => d.State == DonationState.Paid), "the second month is paid");
        var (visitor, paid) = (host.Visitor(), await money.FindAsync(gift));
        var page = await visitor.SubmitAsync(await visitor.GetAsync(money.Stage.Manage(paid)), "#stop");

        Assert.Equal("stopped", page.Html.QuerySelector("#stage")!.GetAttribute("data-stage"));
        Assert.Equal("canceled", host.Stripe.In(money.Account, account => account.All("subscription").Single().Text("status")));
    }

    [Fact]
    public async Task An_owner_gives_a_gift_of_the_account_before_back_and_the_books_of_both_agree_with_Stripe()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync();
        await ReplaceAsync(money);
        var owner = await OwnerAsync(money);

        var page = await owner.SubmitAsync(await owner.GetAsync($"/{money.Stage.Organisation.Slug}/desk/gifts/{gift.Id}"), "#refund", ("password", People.Password));
        Assert.Equal("Stripe has accepted it.", page.One("#said"));
        await money.UntilAsync(gift, d => d.State == DonationState.Refunded, "it went back");

        await host.InScopeAsync(money.Tenant, async services =>
        {
            await services.GetRequiredService<ReconcileOrganisation>().RunAsync(CancellationToken.None);
            return true;
        });
        Assert.Empty(await host.InScopeAsync(money.Tenant, services => services.GetRequiredService<ReconciliationReader>().OpenAsync(CancellationToken.None)));
    }

    private async Task<Visitor> OwnerAsync(MoneyStage money)
    {
        var owner = await host.UserAsync();
        await host.JoinAsync(owner, money.Stage.Organisation);
        return await host.AtDeskAsync(owner);
    }

    private async Task ReplaceAsync(MoneyStage money)
    {
        await money.RestAsync();
        var own = await OwnAccount.OpenAsync(host, money.Stage);
        var owner = await OwnerAsync(money);
        var page = await owner.SubmitAsync(await owner.GetAsync($"/{money.Stage.Organisation.Slug}/desk/giving/account"), "#keys", own.Form(People.Password));
        Assert.Contains(money.Account, page.One("#former")!, StringComparison.Ordinal);
        Assert.Equal(own.Account, await host.InDonationsAsync(money.Tenant, db => db.Settings.Select(s => s.StripeAccount).SingleAsync()));
    }
}
