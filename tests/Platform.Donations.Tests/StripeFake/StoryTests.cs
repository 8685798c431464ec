using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Platform.Donations.StripeFake;
using Stripe;
using Stripe.Checkout;
using Xunit;

namespace Platform.Donations.Tests.StripeFake;

/// <summary>What happens to gifts at Stripe, read with Stripe's own package.</summary>
public sealed class StoryTests
{
    private static readonly Dictionary<string, Type> Kinds = new()
    {
        ["account"] = typeof(Account),
        ["checkout.session"] = typeof(Session),
        ["payment_intent"] = typeof(PaymentIntent),
        ["charge"] = typeof(Charge),
        ["balance_transaction"] = typeof(BalanceTransaction),
        ["refund"] = typeof(Refund),
        ["dispute"] = typeof(Dispute),
        ["payout"] = typeof(Payout),
        ["customer"] = typeof(Customer),
        ["subscription"] = typeof(Subscription),
        ["invoice"] = typeof(Invoice),
        ["invoice_payment"] = typeof(InvoicePayment),
        ["event"] = typeof(Event),
    };

    private readonly FakeStand stand = new();

    private V1Services Api => stand.Client.V1;

    [Fact]
    public void A_gift_once_is_paid_with_fee_and_told()
    {
        var gift = Paid();

        var payment = Api.PaymentIntents.Get(gift.PaymentIntentId, new PaymentIntentGetOptions { Expand = ["latest_charge.balance_transaction"] }, stand.Line);
        Assert.Equal(("complete", "paid", "succeeded"), (gift.Status, gift.PaymentStatus, payment.Status));
        Assert.Equal(("d1", 2500L, "eur"), (payment.Metadata["donation"], payment.AmountReceived, payment.Currency));
        Assert.Equal((2500L, 103L, 2397L), (payment.LatestCharge.BalanceTransaction.Amount, payment.LatestCharge.BalanceTransaction.Fee, payment.LatestCharge.BalanceTransaction.Net));
        Assert.Equal(["account.updated", "charge.succeeded", "payment_intent.succeeded", "checkout.session.completed"], stand.Events);
    }

    [Fact]
    public void A_declined_card_leaves_the_page_open_for_another()
    {
        var session = Api.Checkout.Sessions.Create(FakeStand.Gift(), stand.Line);

        stand.Stripe.In(stand.Account, account => FakeHostedPage.Decline(account, session.Id));

        Assert.Equal("open", Api.Checkout.Sessions.Get(session.Id, requestOptions: stand.Line).Status);
        Assert.Contains("payment_intent.payment_failed", stand.Events);
        stand.Stripe.In(stand.Account, account => FakeHostedPage.Pay(account, session.Id));
        Assert.Equal("paid", Api.Checkout.Sessions.Get(session.Id, requestOptions: stand.Line).PaymentStatus);
    }

    [Theory]
    [InlineData(true, "paid", "checkout.session.async_payment_succeeded")]
    [InlineData(false, "unpaid", "checkout.session.async_payment_failed")]
    public void A_bank_debit_comes_days_later_or_not(bool arrives, string status, string told)
    {
        var session = Api.Checkout.Sessions.Create(FakeStand.Gift(), stand.Line);
        stand.Stripe.In(stand.Account, account => FakeHostedPage.PayLater(account, session.Id));
        Assert.Equal("unpaid", Api.Checkout.Sessions.Get(session.Id, requestOptions: stand.Line).PaymentStatus);

        stand.Stripe.In(stand.Account, account => FakeHostedPage.Settle(account, session.Id, arrives));

        Assert.Equal(status, Api.Checkout.Sessions.Get(session.Id, requestOptions: stand.Line).PaymentStatus);
        Assert.Equal(told, stand.Events.Last());
    }

    [Fact]
    public void More_than_was_given_is_not_given_back()
    {
        var gift = Paid();
        var refund = Api.Refunds.Create(new RefundCreateOptions { PaymentIntent = gift.PaymentIntentId, Amount = 1000 }, stand.Line);

        Assert.Equal(("succeeded", 1000L), (refund.Status, refund.Amount));
        var refused = Assert.Throws<StripeException>(() => Api.Refunds.Create(new RefundCreateOptions { PaymentIntent = gift.PaymentIntentId, Amount = 1501 }, stand.Line));
        Assert.Equal("amount", refused.StripeError.Param);
        Api.Refunds.Create(new RefundCreateOptions { PaymentIntent = gift.PaymentIntentId }, stand.Line);
        Assert.Equal("charge_already_refunded", Assert.Throws<StripeException>(() => Api.Refunds.Create(new RefundCreateOptions { PaymentIntent = gift.PaymentIntentId }, stand.Line)).StripeError.Code);
    }

    [Fact]
    public void The_balance_is_what_all_movements_left()
    {
        Everything();

        var moved = Api.BalanceTransactions.List(new BalanceTransactionListOptions { Limit = 100 }, stand.Line);
        Assert.Equal(moved.Sum(t => t.Net), Api.Balance.Get(requestOptions: stand.Line).Available.Sum(b => b.Amount));
        Assert.All(moved, t => Assert.Equal(t.Amount - t.Fee, t.Net));
    }

    [Fact]
    public void A_monthly_gift_is_billed_again_until_it_stops()
    {
        var session = Api.Checkout.Sessions.Create(FakeStand.Gift(monthly: true), stand.Line);
        stand.Stripe.In(stand.Account, account => FakeHostedPage.Pay(account, session.Id));
        var subscription = Api.Checkout.Sessions.Get(session.Id, requestOptions: stand.Line).SubscriptionId;
        stand.Stripe.In(stand.Account, account => FakeSubscriptions.Renew(account, subscription));
        stand.Stripe.In(stand.Account, account => FakeSubscriptions.Renew(account, subscription, "expired_card"));

        var invoices = Api.Invoices.List(new InvoiceListOptions { Subscription = subscription, Expand = ["data.payments"] }, stand.Line).Data;
        Assert.Equal(["open", "paid", "paid"], invoices.Select(i => i.Status));
        Assert.All(invoices, i => Assert.Equal((subscription, "d1"), (i.Parent.SubscriptionDetails.SubscriptionId, i.Parent.SubscriptionDetails.Metadata["donation"])));
        Assert.NotNull(Api.PaymentIntents.Get(invoices[1].Payments.Single().Payment.PaymentIntentId, requestOptions: stand.Line).LatestChargeId);
        Assert.Equal("past_due", Api.Subscriptions.Get(subscription, requestOptions: stand.Line).Status);
        Assert.Equal("canceled", Api.Subscriptions.Cancel(subscription, requestOptions: stand.Line).Status);
        Assert.Contains("invoice.payment_failed", stand.Events);
        Assert.Equal("customer.subscription.deleted", stand.Events.Last());
    }

    [Fact]
    public void Whatever_it_holds_has_the_shape_of_Stripe_s_own_samples()
    {
        Everything();

        foreach (var (kind, type) in Kinds)
        {
            var known = type.GetProperties().SelectMany(p => p.GetCustomAttributes<JsonPropertyNameAttribute>()).Select(name => name.Name).ToHashSet();
            var held = stand.Stripe.In(stand.Account, account => account.All(kind).Select(o => o.DeepClone().AsObject()).ToList());
            Assert.NotEmpty(held);
            foreach (var item in held)
            {
                Assert.Empty(FakeShapes.Fields(kind).Except(item.Select(field => field.Key)));
                Assert.All(item.Select(field => field.Key).Except(FakeShapes.Fields(kind)), extra => Assert.True(known.Contains(extra) || type.GetProperties().Any(p => Snake(p.Name) == extra), $"Stripe's {kind} has no {extra}."));
            }
        }
    }

    [Fact]
    public void Stripe_s_package_accepts_its_signature_and_reads_every_event()
    {
        Everything();

        foreach (var delivery in stand.Deliveries.Held)
        {
            var header = delivery.Request(TimeProvider.System.GetUtcNow()).Headers.GetValues("Stripe-Signature").Single();
            var read = EventUtility.ConstructEvent(delivery.Payload, header, stand.Deliveries.Secret);
            Assert.NotNull(read.Data.Object);
            Assert.Equal(stand.Account, read.Account);
        }
    }

    private static string Snake(string name) => string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private Session Paid()
    {
        var session = Api.Checkout.Sessions.Create(FakeStand.Gift(), stand.Line);
        stand.Stripe.In(stand.Account, account => FakeHostedPage.Pay(account, session.Id));
        return Api.Checkout.Sessions.Get(session.Id, requestOptions: stand.Line);
    }

    private void Everything()
    {
        var (first, second, monthly) = (Paid(), Paid(), Api.Checkout.Sessions.Create(FakeStand.Gift(monthly: true), stand.Line));
        stand.Stripe.In(stand.Account, account =>
        {
            FakeHostedPage.Pay(account, monthly.Id);
            FakeRefunds.Fail(account, FakeRefunds.Back(account, Charge(account, first.PaymentIntentId), 700).Id());
            FakeRefunds.Back(account, Charge(account, first.PaymentIntentId), null);
            FakeDisputes.Close(account, FakeDisputes.Open(account, Charge(account, second.PaymentIntentId).Id()).Id(), won: true);
            FakeSubscriptions.Renew(account, account.All("subscription").Single().Id());
            FakeSubscriptions.Cancel(account, account.All("subscription").Single().Id());
            FakePayouts.Fail(account, FakePayouts.Send(account, "eur").Id());
        });
    }

    private static JsonObject Charge(FakeAccount account, string payment) => account.Find(account.Get("payment_intent", payment).Text("latest_charge"))!;
}
