using CsCheck;
using Platform.Donations.Giving;
using Xunit;

namespace Platform.Donations.Tests.Giving;

/// <summary>A gift's state follows from facts, in whatever order they are told.</summary>
public sealed class DonationTests
{
    private static readonly DateTimeOffset Noon = new(2027, 2, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, Action<Donation> Tell)[] Facts =
    [
        ("failed", gift => gift.MarkFailed("card_declined", Noon)),
        ("expired", gift => gift.MarkExpired(Noon.AddMinutes(1))),
        ("paid", gift => gift.MarkPaid("pi_1", null, "cus_1", 1030, "eur", Noon.AddMinutes(2))),
        ("part refunded", gift => gift.MarkRefunded(500, Noon.AddMinutes(3))),
        ("refunded", gift => gift.MarkRefunded(1030, Noon.AddMinutes(4))),
        ("refund failed", gift => gift.MarkRefunded(500, Noon.AddMinutes(5))),
        ("disputed", gift => gift.MarkDispute(DisputeStage.Open)),
        ("dispute won", gift => gift.MarkDispute(DisputeStage.Won)),
    ];

    [Fact]
    public void A_new_gift_waits_for_Stripe()
    {
        var gift = Gift();

        Assert.Equal(DonationState.Pending, gift.State);
        Assert.Equal(1030, gift.Total);
    }

    [Fact]
    public void Any_order_and_any_number_of_repeats_end_in_the_same_state() => Gen.Int[0, Facts.Length - 1].Array[0, 20].Sample(drawn =>
    {
        // Every fact at least once, then some again, shuffled.
        var order = Enumerable.Range(0, Facts.Length).Concat(drawn).OrderBy(i => (i * 7919 + drawn.Length * 31) % 97).ToList();
        var gift = Gift();
        foreach (var fact in order)
        {
            Facts[fact].Tell(gift);
        }

        return gift is { State: DonationState.PartlyRefunded, Refunded: 500, PaymentIntentId: "pi_1" };
    });

    [Fact]
    public void A_gift_told_paid_twice_changes_once()
    {
        var gift = Gift();

        Assert.Equal(DonationMove.Changed, gift.MarkPaid("pi_1", null, null, 1030, "eur", Noon));
        Assert.Equal(DonationMove.Unchanged, gift.MarkPaid("pi_1", null, null, 1030, "EUR", Noon.AddDays(1)));
        Assert.Equal(Noon, gift.PaidAt);
    }

    [Theory]
    [InlineData(1000, "eur")]
    [InlineData(1030, "usd")]
    public void Another_amount_or_currency_is_refused(long total, string currency)
    {
        var gift = Gift();

        Assert.Equal(DonationMove.Refused, gift.MarkPaid("pi_1", null, null, total, currency, Noon));
        Assert.Equal(DonationState.Pending, gift.State);
    }

    [Fact]
    public void A_failure_after_the_payment_is_no_news()
    {
        var gift = Gift();
        gift.MarkPaid("pi_1", null, null, 1030, "eur", Noon);

        Assert.Equal(DonationMove.Unchanged, gift.MarkFailed("card_declined", Noon.AddHours(1)));
        Assert.Equal(DonationState.Paid, gift.State);
    }

    [Fact]
    public void More_than_was_given_cannot_be_given_back()
    {
        var gift = Gift();
        gift.MarkPaid("pi_1", null, null, 1030, "eur", Noon);

        Assert.Equal(DonationMove.Refused, gift.MarkRefunded(1031, Noon));
        Assert.Equal(0, gift.Refunded);
    }

    [Fact]
    public void A_lost_dispute_stays_lost_when_its_beginning_is_told_late()
    {
        var gift = Gift();
        gift.MarkPaid("pi_1", null, null, 1030, "eur", Noon);
        gift.MarkDispute(DisputeStage.Lost);

        Assert.Equal(DonationMove.Unchanged, gift.MarkDispute(DisputeStage.Open));
        Assert.Equal(DonationState.DisputeLost, gift.State);
    }

    [Fact]
    public void A_stopped_monthly_gift_runs_no_more()
    {
        var gift = Gift(monthly: true);
        gift.MarkPaid("pi_1", "sub_1", "cus_1", 1030, "eur", Noon);
        Assert.Equal(MonthlyStage.Running, gift.MonthlyStage);

        Assert.Equal(DonationMove.Changed, gift.MarkMonthly(MonthlyStage.PastDue, Noon.AddDays(30)));
        Assert.Equal(DonationMove.Unchanged, gift.MarkMonthly(MonthlyStage.Running, Noon.AddDays(29)));
        Assert.Equal(DonationMove.Changed, gift.MarkMonthly(MonthlyStage.Stopped, Noon.AddDays(31)));
        Assert.Equal(DonationMove.Unchanged, gift.MarkMonthly(MonthlyStage.Running, Noon.AddDays(32)));
        Assert.Equal(MonthlyStage.Stopped, gift.MonthlyStage);
    }

    [Fact]
    public void A_renewal_carries_the_gift_on_and_is_a_payment_of_its_own()
    {
        var first = Gift(monthly: true);
        first.MarkPaid("pi_1", "sub_1", "cus_1", 1030, "eur", Noon);
        var next = first.Renewal(Guid.NewGuid(), Noon.AddMonths(1));

        Assert.Equal((first.Id, "sub_1", 1030L, DonationState.Pending), (next.RenewalOf, next.SubscriptionId, next.Total, next.State));
        Assert.Throws<InvalidOperationException>(() => next.Renewal(Guid.NewGuid(), Noon));
    }

    private static Donation Gift(bool monthly = false) => new(Guid.NewGuid(), Guid.NewGuid(), 1000, 30, "eur", monthly, "acct_1", "Ada", "ada@house.example", "en", Noon);
}
