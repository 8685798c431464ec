using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Donations.StripeAccounts;
using Platform.Donations.StripeWebhook;
using Stripe;

namespace Platform.Donations.Giving;

/// <summary>Ends a monthly gift at Stripe. What Stripe answers is its own word, so it counts at once; its webhook says it again.</summary>
public sealed class StopMonthly(DonationsDb db, StripeAccess stripe, GiftLetters letters, TimeProvider clock, ILogger<StopMonthly> log)
{
    /// <returns>False when Stripe did not answer: the gift runs on, and somebody can try again.</returns>
    public async Task<bool> RunAsync(Donation gift, CancellationToken ct)
    {
        if (gift.MonthlyStage is MonthlyStage.None or MonthlyStage.Stopped || gift.SubscriptionId is not { } subscription)
        {
            return true;
        }

        if (await stripe.ToAsync(gift.StripeAccount, ct) is not { } line)
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

            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            gift.MarkMonthly(MonthlyStage.Stopped, clock.GetUtcNow());
            await letters.ToGiverAsync(MonthlyStoppedMail.Name, gift, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Its webhook was faster, and has written and told the same.
            db.ChangeTracker.Clear();
            return true;
        }
        catch (Exception problem) when (problem.IsStripeAnswer() || problem.IsStripeSilence(ct))
        {
            log.LogWarning("Monthly gift {Gift} was not stopped: {Problem}", gift.Id, problem.GetType().Name);
            return false;
        }
    }
}
