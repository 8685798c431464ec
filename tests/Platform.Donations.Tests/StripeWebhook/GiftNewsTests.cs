using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.StripeFake;
using Platform.Testing.Time;
using Xunit;

namespace Platform.Donations.Tests.StripeWebhook;

/// <summary>What happens to gifts at Stripe arrives here, shows, and mails whom it concerns.</summary>
public sealed class GiftNewsTests(MoneyHost host) : IClassFixture<MoneyHost>
{
    [Fact]
    public async Task A_gift_once_is_paid_receipted_and_in_the_books()
    {
        var money = await MoneyStage.SetAsync(host);

        var gift = await money.PaidAsync();

        Assert.NotEmpty((await host.Mail.WaitAsync(gift.Giver)).Subject);
        Assert.Equal((-2500, 103, 2397), (await money.LedgerAsync(LedgerAccount.Gifts), await money.LedgerAsync(LedgerAccount.Fees), await money.LedgerAsync(LedgerAccount.Balance)));
    }

    [Fact]
    public async Task A_pay_page_that_closed_unused_ends_the_gift_and_paying_after_a_refused_card_does_not()
    {
        var money = await MoneyStage.SetAsync(host);
        var (left, stubborn) = (await money.BeginAsync(), await money.BeginAsync());

        money.At(account => FakeCheckout.Expire(account, left.Session));
        money.At(account => FakeHostedPage.Decline(account, stubborn.Session));

        await money.UntilAsync(left, d => d.State == DonationState.Expired, "the gift has expired");
        Assert.Equal("card_declined", (await money.UntilAsync(stubborn, d => d.State == DonationState.Failed, "the card was refused")).FailureCode);
        money.At(account => FakeHostedPage.Pay(account, stubborn.Session));
        await money.UntilAsync(stubborn, d => d.State == DonationState.Paid, "the second card paid");
    }

    [Theory]
    [InlineData(true, DonationState.Paid)]
    [InlineData(false, DonationState.Failed)]
    public async Task A_bank_debit_is_pending_for_days_and_then_says_how_it_ended(bool arrives, DonationState end)
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.BeginAsync();
        money.At(account => FakeHostedPage.PayLater(account, gift.Session));
        await money.CalmAsync(2);
        Assert.Equal(DonationState.Pending, (await money.FindAsync(gift)).State);

        money.At(account => FakeHostedPage.Settle(account, gift.Session, arrives));

        await money.UntilAsync(gift, d => d.State == end, "the debit has ended");
        if (!arrives)
        {
            await host.Mail.WaitAsync(gift.Giver, "did not arrive");
        }
    }

    [Fact]
    public async Task A_refund_pressed_in_Stripe_s_own_pages_shows_and_is_told_and_so_is_one_that_comes_back()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync();

        money.At(account => FakeRefunds.Back(account, account.Find(money.ChargeOf(gift))!, 700));
        await money.UntilAsync(gift, d => d.State == DonationState.PartlyRefunded && d.Refunded == 700, "a part went back");
        await host.Mail.WaitAsync(gift.Giver, "on its way back");
        money.At(account => FakeRefunds.Fail(account, account.All("refund").Last(r => r.Text("charge") == money.ChargeOf(gift)).Id()));

        await money.UntilAsync(gift, d => d.State == DonationState.Paid && d.Refunded == 0, "the refund came back");
        await host.Mail.WaitAsync(money.Owner, "did not arrive");
        Assert.Equal((0, 2397), (await money.LedgerAsync(LedgerAccount.Refunds), await money.LedgerAsync(LedgerAccount.Balance)));
    }

    [Theory]
    [InlineData(true, DonationState.Paid, "decided for you", 0)]
    [InlineData(false, DonationState.DisputeLost, "decided for the giver", 2500)]
    public async Task A_dispute_is_told_when_it_begins_and_when_it_ends(bool won, DonationState end, string words, long lost)
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync();

        money.At(account => FakeDisputes.Open(account, money.ChargeOf(gift)));
        await money.UntilAsync(gift, d => d.State == DonationState.Disputed, "the gift is disputed");
        await host.Mail.WaitAsync(money.Owner, "asks for a gift back");
        money.At(account => FakeDisputes.Close(account, account.All("dispute").Last().Id(), won));

        await money.UntilAsync(gift, d => d.State == end, "the dispute is decided");
        await host.Mail.WaitAsync(money.Owner, words);
        Assert.Equal((lost, 103 + 1500), (await money.LedgerAsync(LedgerAccount.Disputes), await money.LedgerAsync(LedgerAccount.Fees)));
    }

    [Fact]
    public async Task Everything_in_reverse_order_and_three_times_ends_as_it_would_in_order()
    {
        var money = await MoneyStage.SetAsync(host);
        var (gift, monthly) = (await money.BeginAsync(), await money.BeginAsync(monthly: true));
        (host.Deliveries.Hold, host.Deliveries.Times) = (true, 3);
        money.At(account =>
        {
            FakeHostedPage.Pay(account, gift.Session);
            FakeHostedPage.Pay(account, monthly.Session);
            FakeRefunds.Back(account, account.Find(Charge(account, gift))!, 700);
            FakeDisputes.Close(account, FakeDisputes.Open(account, Charge(account, gift)).Id(), won: true);
            var subscription = account.All("subscription").Single().Id();
            FakeSubscriptions.Renew(account, subscription);
            FakeSubscriptions.Cancel(account, subscription);
            FakePayouts.Send(account, "eur");
        });
        var told = host.Deliveries.Held.Count;
        host.Deliveries.Release(newestFirst: true);
        await money.CalmAsync(told);
        host.Deliveries.Times = 1;

        var end = await money.FindAsync(gift);
        Assert.Equal((DonationState.PartlyRefunded, 700, DisputeStage.Won), (end.State, end.Refunded, end.Dispute));
        Assert.Equal((DonationState.Paid, MonthlyStage.Stopped), ((await money.FindAsync(monthly)).State, (await money.FindAsync(monthly)).MonthlyStage));
        Assert.Equal(DonationState.Paid, Assert.Single(await money.RenewalsAsync(monthly)).State);
        Assert.Equal((-7500, 700, 0, 0), (await money.LedgerAsync(LedgerAccount.Gifts), await money.LedgerAsync(LedgerAccount.Refunds), await money.LedgerAsync(LedgerAccount.Disputes), await money.LedgerAsync(LedgerAccount.Balance)));
        await host.Mail.WaitAsync(gift.Giver, GivingStage.Recipient, 2);
        Assert.Equal(2, (await host.Mail.ToAsync(gift.Giver)).Count);
    }

    [Fact]
    public async Task A_monthly_gift_is_paid_again_refused_once_and_ended()
    {
        var money = await MoneyStage.SetAsync(host);
        var gift = await money.PaidAsync(monthly: true);
        var subscription = await money.SubscriptionOf(gift);

        money.At(account => FakeSubscriptions.Renew(account, subscription));
        await Until.TrueAsync(async () => (await money.RenewalsAsync(gift)).Any(d => d.State == DonationState.Paid), "the second month is paid");
        money.At(account => FakeSubscriptions.Renew(account, subscription, "expired_card"));
        await Until.TrueAsync(async () => (await money.RenewalsAsync(gift)).Any(d => d is { State: DonationState.Failed, FailureCode: "expired_card" }), "the third is refused");

        await money.UntilAsync(gift, d => d.MonthlyStage == MonthlyStage.PastDue, "the promise is past due");
        await host.Mail.WaitAsync(gift.Giver, "was not paid");
        money.At(account => FakeSubscriptions.Cancel(account, subscription));
        await money.UntilAsync(gift, d => d.MonthlyStage == MonthlyStage.Stopped, "the promise has ended");
        await host.Mail.WaitAsync(gift.Giver, "has ended");
        Assert.Equal(-5000, await money.LedgerAsync(LedgerAccount.Gifts));
    }

    [Fact]
    public async Task A_payout_is_in_the_books_and_one_that_the_bank_sends_back_is_told()
    {
        var money = await MoneyStage.SetAsync(host);
        await money.PaidAsync();

        money.At(account => FakePayouts.Send(account, "eur"));
        await Until.TrueAsync(async () => await money.LedgerAsync(LedgerAccount.Bank) == 2397, "the payout is in the books");
        money.At(account => FakePayouts.Fail(account, account.All("payout").Last().Id()));

        await host.Mail.WaitAsync(money.Owner, "payout to your bank failed");
        Assert.Equal((0, 2397), (await money.LedgerAsync(LedgerAccount.Bank), await money.LedgerAsync(LedgerAccount.Balance)));
    }

    private static string Charge(FakeAccount account, Gift gift) => account.All("charge").Last(c => c["metadata"]!["donation"]?.GetValue<string>() == gift.Id.ToString()).Id();
}
