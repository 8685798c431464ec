using Stripe;
using Stripe.Checkout;

namespace Platform.Donations.StripeWebhook;

/// <summary>What an event is about, out of the object it carries. Only ids are taken from it.</summary>
internal static class EventSubject
{
    public static (string ObjectId, string Subject)? Of(IHasObject? carried) => carried switch
    {
        Session session => (session.Id, session.PaymentIntentId ?? session.SubscriptionId ?? session.Id),
        PaymentIntent payment => (payment.Id, payment.Id),
        Charge charge => (charge.Id, charge.PaymentIntentId ?? charge.Id),
        Refund refund => (refund.Id, refund.PaymentIntentId ?? refund.ChargeId ?? refund.Id),
        Dispute dispute => (dispute.Id, dispute.PaymentIntentId ?? dispute.ChargeId ?? dispute.Id),
        Invoice invoice => (invoice.Id, invoice.Parent?.SubscriptionDetails?.SubscriptionId ?? invoice.Id),
        Subscription subscription => (subscription.Id, subscription.Id),
        Payout payout => (payout.Id, payout.Id),
        Account account => (account.Id, account.Id),
        Application application => (application.Id, application.Id),
        _ => null,
    };
}
