using Platform.Donations.Giving;
using Platform.Donations.Receipts;

namespace Platform.Donations.StripeWebhook;

/// <summary>Money went back, all or a part: pressed at the desk or in Stripe's own pages.</summary>
internal sealed class GiftRefundedMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-refunded";

    protected override long Amount(Donation gift) => gift.Refunded;

    protected override bool StillTrue(Donation gift) => gift.Refunded > 0;
}

/// <summary>The card of a monthly gift was refused, for example because it has expired.</summary>
internal sealed class RenewalFailedMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-renewal-failed";

    protected override bool StillTrue(Donation gift) => gift.PaidAt is null;
}

/// <summary>A bank debit that was under way for days did not come.</summary>
internal sealed class DebitFailedMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-debit-failed";

    protected override bool StillTrue(Donation gift) => gift.PaidAt is null;
}

internal sealed class MonthlyStoppedMail(GiverMailParts parts) : GiverMail(Name, parts)
{
    public const string Name = "gift-monthly-stopped";

    protected override bool StillTrue(Donation gift) => gift.MonthlyStage == MonthlyStage.Stopped;
}
