using Platform.Donations.Giving;
using Platform.Donations.Ledger;
using Platform.Donations.StripeWebhook;
using Stripe;

namespace Platform.Donations.Reconciliation;

/// <summary>Holds what Stripe states of some weeks against what we have: a pure function.</summary>
internal static class Comparison
{
    /// <param name="moved">All balance transactions of the time.</param>
    /// <param name="booked">The ledger's transactions of the same time, with entries.</param>
    public static IEnumerable<Finding> Movements(IReadOnlyCollection<BalanceTransaction> moved, IReadOnlyCollection<LedgerTransaction> booked)
    {
        var known = booked.ToDictionary(transaction => transaction.Movement);
        foreach (var theirs in moved)
        {
            var at = new DateTimeOffset(theirs.Created, TimeSpan.Zero);
            if (!known.Remove(theirs.Id, out var ours))
            {
                yield return new Finding(DifferenceKind.MissingInLedger, theirs.Id, theirs.Currency, null, theirs.Net, at);
            }
            else if (Net(ours) != theirs.Net || ours.Currency != theirs.Currency)
            {
                yield return new Finding(DifferenceKind.AmountDiffers, theirs.Id, theirs.Currency, Net(ours), theirs.Net, at);
            }
        }

        foreach (var ours in known.Values)
        {
            yield return new Finding(DifferenceKind.MissingAtStripe, ours.Movement, ours.Currency, Net(ours), null, ours.At);
        }
    }

    /// <param name="charges">All charges of the time; those of payments that did not come through us are passed over.</param>
    /// <param name="gifts">Every gift that is paid here in that time, or belongs to one of the charges.</param>
    public static IEnumerable<Finding> Gifts(IReadOnlyCollection<Charge> charges, IReadOnlyCollection<Donation> gifts)
    {
        var paid = charges.Where(charge => charge.Paid).ToList();
        foreach (var charge in paid)
        {
            var at = new DateTimeOffset(charge.Created, TimeSpan.Zero);
            if (GiftOf(charge, gifts) is not { } gift)
            {
                continue;
            }

            if (gift.PaidAt is null || gift.Total != charge.Amount || gift.Currency != charge.Currency)
            {
                yield return new Finding(DifferenceKind.GiftNotPaid, charge.Id, charge.Currency, gift.PaidAt is null ? null : gift.Total, charge.Amount, at);
            }
            else if (gift.Refunded != charge.AmountRefunded)
            {
                yield return new Finding(DifferenceKind.RefundDiffers, charge.Id, charge.Currency, gift.Refunded, charge.AmountRefunded, at);
            }
        }

        foreach (var gift in gifts.Where(gift => gift is { PaidAt: not null, PaymentIntentId: not null } && paid.All(charge => charge.PaymentIntentId != gift.PaymentIntentId)))
        {
            yield return new Finding(DifferenceKind.GiftNotCharged, gift.PaymentIntentId!, gift.Currency, gift.Total, null, gift.PaidAt!.Value);
        }
    }

    /// <summary>By the id we gave it, or the payment it is known to be.</summary>
    private static Donation? GiftOf(Charge charge, IReadOnlyCollection<Donation> gifts) =>
        gifts.FirstOrDefault(gift => gift.PaymentIntentId == charge.PaymentIntentId) ?? gifts.FirstOrDefault(gift => gift.PaymentIntentId is null && GiftFinder.IdIn(charge.Metadata) == gift.Id);

    private static long Net(LedgerTransaction transaction) => transaction.Entries.Where(entry => entry.Account == LedgerAccount.Balance).Sum(entry => entry.Amount);
}

/// <param name="Ours">In the smallest unit; null for nothing.</param>
/// <param name="Theirs">The same at Stripe.</param>
internal sealed record Finding(DifferenceKind Kind, string Source, string Currency, long? Ours, long? Theirs, DateTimeOffset At);
