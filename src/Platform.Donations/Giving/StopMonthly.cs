using Microsoft.Extensions.Logging;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.Giving;

/// <summary>Ends a monthly gift at Stripe. What Stripe answers is its own word, so it counts at once; its webhook says it again.</summary>
public sealed class StopMonthly(DonationsDb db, StripeAccess stripe, TimeProvider clock, ILogger<StopMonthly> log)
{
    /// <returns>False when Stripe did not answer: the gift runs on, and somebody can try again.</returns>
    public async Task<bool> RunAsync(Donation gift, CancellationToken ct)
    {
        if (gift.MonthlyStage is MonthlyStage.None or MonthlyStage.Stopped || gift.SubscriptionId is not { } subscription)
        {
            return true;
        }

        if (await stripe.ForTenantAsync(ct) is not { } line)
        {
            return false;
        }

        try
        {
            var said = await new SubscriptionService(line.Client).CancelAsync(subscription, null, line.Options(), ct);
            if (said.Status != "canceled")
            {
                return false;
            }

            gift.MarkMonthly(MonthlyStage.Stopped, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (Exception problem) when (problem.IsStripeAnswer() || problem.IsStripeSilence(ct))
        {
            log.LogWarning("Monthly gift {Gift} was not stopped: {Problem}", gift.Id, problem.GetType().Name);
            return false;
        }
    }
}
