using Platform.Donations.Giving;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>Whether a monthly gift goes on: stopped by the giver, the organisation, or by Stripe after the last refused card.</summary>
public sealed class SettleMonthly(GiftFinder gifts, GiftLetters letters, TimeProvider clock)
{
    public async Task<Writing> AskAsync(StripeLine line, string id, CancellationToken ct)
    {
        var asOf = clock.GetUtcNow();
        var subscription = await line.Client.V1.Subscriptions.GetAsync(id, null, line.Options(), ct);
        return then => WriteAsync(line, subscription, asOf, then);
    }

    private async Task<StripeEventOutcome> WriteAsync(StripeLine line, Subscription subscription, DateTimeOffset asOf, CancellationToken ct)
    {
        if (await gifts.OfSubscriptionAsync(subscription.Id, subscription.Metadata, ct) is not { } promise)
        {
            return StripeEventOutcome.NotOurs;
        }

        if (promise.StripeAccount != line.Account)
        {
            return StripeEventOutcome.Refused;
        }

        var stage = subscription.Status switch
        {
            "active" or "trialing" => MonthlyStage.Running,
            "canceled" or "incomplete_expired" => MonthlyStage.Stopped,
            _ => MonthlyStage.PastDue,
        };
        if (promise.MarkMonthly(stage, asOf) == DonationMove.Changed && stage == MonthlyStage.Stopped)
        {
            await letters.ToGiverAsync(MonthlyStoppedMail.Name, promise, ct);
        }

        return StripeEventOutcome.Done;
    }
}
