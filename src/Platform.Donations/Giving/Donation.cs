using Platform.Core.Tenancy;

namespace Platform.Donations.Giving;

/// <summary>
/// One payment of one giver: a gift once, the first of a monthly gift, or one of its renewals. It keeps facts that Stripe has stated,
/// each with its own rule of what is newer, and its state follows from them: so events may come in any order and any number of times.
/// </summary>
public sealed partial class Donation : ITenantOwned
{
    private Donation()
    {
    }

    /// <param name="campaignId">Null for a gift to the platform itself.</param>
    /// <param name="amount">In the currency's smallest unit, without what covers the fee.</param>
    public Donation(Guid id, Guid? campaignId, long amount, long feeCover, string currency, bool monthly, string account, string? giverName, string? giverEmail, string language, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        ArgumentOutOfRangeException.ThrowIfNegative(feeCover);
        Id = id;
        CampaignId = campaignId;
        Amount = amount;
        FeeCover = feeCover;
        Currency = currency;
        Monthly = monthly;
        StripeAccount = account;
        GiverName = giverName;
        GiverEmail = giverEmail;
        Language = language;
        CreatedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public Guid? CampaignId { get; private set; }

    /// <summary>In the currency's smallest unit: cents, or whole yen.</summary>
    public long Amount { get; private set; }

    /// <summary>What the giver adds on top, in the same unit.</summary>
    public long FeeCover { get; private set; }

    /// <summary>What the card pays.</summary>
    public long Total => Amount + FeeCover;

    /// <summary>Three small letters, as Stripe writes them: <c>eur</c>.</summary>
    public string Currency { get; private set; } = "";

    public bool Monthly { get; private set; }

    /// <summary>For a renewal, the payment with which the monthly gift began.</summary>
    public Guid? RenewalOf { get; private set; }

    /// <summary>Null when erased: what tax law asks for is kept without it.</summary>
    public string? GiverName { get; private set; }

    public string? GiverEmail { get; private set; }

    /// <summary>In which the giver reads receipt and pages.</summary>
    public string Language { get; private set; } = "en";

    /// <summary><c>acct_…</c>, the merchant: an event of another account is not about this gift.</summary>
    public string StripeAccount { get; private set; } = "";

    public string? CheckoutSessionId { get; private set; }

    public string? PaymentIntentId { get; private set; }

    public string? SubscriptionId { get; private set; }

    public string? CustomerId { get; private set; }

    public DonationState State { get; private set; }

    public MonthlyStage MonthlyStage { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? PaidAt { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>Stripe's word for why, for example <c>card_declined</c>.</summary>
    public string? FailureCode { get; private set; }

    public DateTimeOffset? ExpiredAt { get; private set; }

    /// <summary>All of what was given back so far, in the smallest unit.</summary>
    public long Refunded { get; private set; }

    public DateTimeOffset? RefundedAsOf { get; private set; }

    public DisputeStage Dispute { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>As of Stripe's clock, for what is newer.</summary>
    public DateTimeOffset? MonthlyAsOf { get; private set; }

    /// <summary>How often Stripe answered that it could not make the pay page. A key that got an error keeps it, so each such answer asks for another key.</summary>
    public int Tries { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    public uint Version { get; private set; }
}
