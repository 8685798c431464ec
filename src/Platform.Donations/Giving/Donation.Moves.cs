namespace Platform.Donations.Giving;

public sealed partial class Donation
{
    /// <summary>Stripe has the money. Wins over a failure and an expiry, whenever those came.</summary>
    /// <param name="total">In the smallest unit, as Stripe states it.</param>
    public DonationMove MarkPaid(string? paymentIntent, string? subscription, string? customer, long total, string currency, DateTimeOffset at)
    {
        if (total != Total || !currency.Equals(Currency, StringComparison.OrdinalIgnoreCase))
        {
            return DonationMove.Refused;
        }

        var known = PaidAt is not null && (paymentIntent ?? PaymentIntentId) == PaymentIntentId && (subscription ?? SubscriptionId) == SubscriptionId && (customer ?? CustomerId) == CustomerId;
        PaymentIntentId ??= paymentIntent;
        SubscriptionId ??= subscription;
        CustomerId ??= customer;
        PaidAt ??= at;
        if (Monthly && RenewalOf is null && MonthlyStage == MonthlyStage.None)
        {
            MonthlyStage = MonthlyStage.Running;
        }

        return Settle(!known);
    }

    public DonationMove MarkFailed(string? code, DateTimeOffset at)
    {
        var newer = PaidAt is null && (FailedAt is null || FailedAt < at);
        if (newer)
        {
            (FailedAt, FailureCode) = (at, code);
        }

        return Settle(newer);
    }

    public DonationMove MarkExpired(DateTimeOffset at)
    {
        var newer = ExpiredAt is null;
        ExpiredAt ??= at;
        return Settle(newer);
    }

    /// <summary>All that was given back so far, as Stripe states it on the charge; a refund that failed makes it less again.</summary>
    /// <param name="asOf">When Stripe knew it so.</param>
    public DonationMove MarkRefunded(long total, DateTimeOffset asOf)
    {
        if (total < 0 || total > Total)
        {
            return DonationMove.Refused;
        }

        // Two statements of one second: the larger is the later one, for refunds are made more often than they fail.
        var newer = RefundedAsOf is null || asOf > RefundedAsOf || (asOf == RefundedAsOf && total > Refunded);
        var changed = newer && total != Refunded;
        if (newer)
        {
            (Refunded, RefundedAsOf) = (total, asOf);
        }

        return Settle(changed);
    }

    /// <summary>A decided dispute stays decided, also when the news of its beginning comes late.</summary>
    public DonationMove MarkDispute(DisputeStage stage)
    {
        var newer = stage > Dispute && Dispute is not (DisputeStage.Won or DisputeStage.Lost);
        if (newer)
        {
            Dispute = stage;
        }

        return Settle(newer);
    }

    /// <summary>The promise behind a monthly gift; on its first payment only. Stopped is final.</summary>
    public DonationMove MarkMonthly(MonthlyStage stage, DateTimeOffset asOf)
    {
        if (!Monthly || RenewalOf is not null || stage == MonthlyStage.None)
        {
            return DonationMove.Refused;
        }

        if (MonthlyStage == stage || MonthlyStage == MonthlyStage.Stopped || (stage != MonthlyStage.Stopped && MonthlyAsOf > asOf))
        {
            return DonationMove.Unchanged;
        }

        (MonthlyStage, MonthlyAsOf) = (stage, asOf);
        StoppedAt = stage == MonthlyStage.Stopped ? asOf : null;
        return DonationMove.Changed;
    }

    /// <summary>The next payment of this monthly gift, not yet paid.</summary>
    /// <param name="id">Made from Stripe's invoice, so that the same renewal told twice is the same row.</param>
    public Donation Renewal(Guid id, DateTimeOffset now) => Monthly && RenewalOf is null
        ? new Donation(id, CampaignId, Amount, FeeCover, Currency, monthly: true, StripeAccount, GiverName, GiverEmail, Language, now)
        {
            RenewalOf = Id,
            SubscriptionId = SubscriptionId,
            CustomerId = CustomerId,
        }
        : throw new InvalidOperationException("Only the first payment of a monthly gift is renewed.");

    /// <summary>Forgets who gave. Amount, day and Stripe's ids stay: tax law asks for the books, not for the person in ours.</summary>
    public void Erase(DateTimeOffset now)
    {
        (GiverName, GiverEmail) = (null, null);
        ErasedAt ??= now;
    }

    private DonationMove Settle(bool changed)
    {
        State = this switch
        {
            { Dispute: DisputeStage.Open } => DonationState.Disputed,
            { Dispute: DisputeStage.Lost } => DonationState.DisputeLost,
            { Refunded: > 0 } => Refunded == Total ? DonationState.Refunded : DonationState.PartlyRefunded,
            { PaidAt: not null } => DonationState.Paid,
            { ExpiredAt: not null } => DonationState.Expired,
            { FailedAt: not null } => DonationState.Failed,
            _ => DonationState.Pending,
        };
        return changed ? DonationMove.Changed : DonationMove.Unchanged;
    }
}
