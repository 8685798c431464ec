using Microsoft.Extensions.Logging;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Donations.Giving;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.Gifts;

/// <summary>Gives money back: asked by one owner, above the limit agreed to by another, done by Stripe under a key made from the request.</summary>
public sealed class RefundGift(DonationsDb db, StripeAccess stripe, CurrentUser me, IAuditLog audit, TimeProvider clock, ILogger<RefundGift> log)
{
    public async Task<RefundAnswer> AskAsync(Donation gift, long amount, CancellationToken ct)
    {
        var underway = await db.Refunds.Where(r => r.DonationId == gift.Id && (r.State == RefundState.Waiting || r.State == RefundState.Agreed)).SumAsync(r => r.Amount, ct);
        if (gift.PaidAt is null || gift.PaymentIntentId is null || amount <= 0 || amount > gift.Total - gift.Refunded - underway)
        {
            return RefundAnswer.NotPossible;
        }

        var limit = (await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct))?.TermsOf(gift.Currency)?.SecondPersonAbove ?? 0;
        var request = new RefundRequest(gift.Id, amount, me.RequiredId, me.Name, needsSecond: amount > limit, clock.GetUtcNow());
        db.Refunds.Add(request);
        await audit.NoteAsync(db, "giving.refund-asked", gift.CampaignId, $"{gift.Id:N} {amount} {gift.Currency}", ct);
        await db.SaveChangesAsync(ct);
        return request.State == RefundState.Waiting ? RefundAnswer.Waits : await SendAsync(request, gift, ct);
    }

    public async Task<RefundAnswer> DecideAsync(RefundRequest request, Donation gift, bool agreed, CancellationToken ct)
    {
        if (!request.Decide(me.RequiredId, agreed))
        {
            return RefundAnswer.NotPossible;
        }

        await audit.NoteAsync(db, agreed ? "giving.refund-agreed" : "giving.refund-declined", gift.CampaignId, $"{gift.Id:N} {request.Amount} {gift.Currency}", ct);
        await db.SaveChangesAsync(ct);
        return agreed ? await SendAsync(request, gift, ct) : RefundAnswer.Declined;
    }

    /// <summary>Also for one that Stripe did not answer to: the same key does it once.</summary>
    public async Task<RefundAnswer> SendAsync(RefundRequest request, Donation gift, CancellationToken ct)
    {
        if (request.State != RefundState.Agreed)
        {
            return RefundAnswer.NotPossible;
        }

        if (await stripe.ToAsync(gift.StripeAccount, ct) is not { } line)
        {
            return RefundAnswer.Away;
        }

        try
        {
            var mark = new Dictionary<string, string> { ["donation"] = gift.Id.ToString(), ["refund"] = request.Id.ToString() };
            await new RefundService(line.Client).CreateAsync(
                new RefundCreateOptions { PaymentIntent = gift.PaymentIntentId, Amount = request.Amount, Metadata = mark }, line.Options($"refund-{request.Id:N}"), ct);
            request.Taken();
        }
        catch (Exception problem) when (problem.IsStripeAnswer())
        {
            request.Refused(((StripeException)problem).StripeError?.Code ?? "refused");
        }
        catch (Exception problem) when (problem.IsStripeSilence(ct))
        {
            log.LogWarning("Refund {Refund} was not answered: {Problem}", request.Id, problem.GetType().Name);
            return RefundAnswer.Away;
        }

        await db.SaveChangesAsync(ct);
        return request.State == RefundState.Taken ? RefundAnswer.Taken : RefundAnswer.NotPossible;
    }
}

public enum RefundAnswer
{
    Taken,

    /// <summary>For a second person.</summary>
    Waits,
    Declined,
    NotPossible,

    /// <summary>Stripe did not answer; it can be sent again.</summary>
    Away,
}
