using Microsoft.Extensions.Logging;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Core.Text;
using Platform.Donations.Amounts;
using Platform.Donations.DonationSettings;
using Platform.Donations.StripeAccounts;
using Stripe;

namespace Platform.Donations.Giving;

/// <summary>
/// Writes the gift, then asks Stripe for its pay page. Both can be repeated: the gift's id comes from the form and the key from the gift,
/// so pressing twice, or again after silence, leads to the one page on which the one card payment can be made.
/// </summary>
public sealed class BeginGift(DonationsDb db, StripeAccess stripe, PayPage pages, TimeProvider clock, ILogger<BeginGift> log)
{
    private const int MostRounds = 5;

    public async Task<BeginAnswer> RunAsync(GivingPlace place, GivingSettings settings, GiveForm form, long amount, Language language, CancellationToken ct)
    {
        if (stripe.For(settings) is not { } line)
        {
            return new BeginAnswer.Away();
        }

        var gift = await OwnAsync(place, form, amount, line, language, ct);
        if (gift.PaidAt is not null || gift.State is not (DonationState.Pending or DonationState.Failed))
        {
            return gift.CheckoutSessionId is { } known ? new BeginAnswer.Known(known) : new BeginAnswer.Away();
        }

        try
        {
            var session = await pages.MakeAsync(place, gift, settings, line, ct);
            if (!Uri.TryCreate(session.Url, UriKind.Absolute, out var page))
            {
                throw new StripeException("The pay page has no address.");
            }

            // Five presses at once say the same; none of them may fail for it, and Stripe's word may come first.
            await db.Donations.Where(d => d.Id == gift.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.CheckoutSessionId, session.Id), ct);
            return new BeginAnswer.Pay(page);
        }
        catch (Exception problem) when (problem.IsStripeAnswer())
        {
            log.LogError("Stripe made no pay page for gift {Gift}: {Problem}", gift.Id, ((StripeException)problem).StripeError?.Code);
            await db.Donations.Where(d => d.Id == gift.Id && d.Tries == gift.Tries).ExecuteUpdateAsync(set => set.SetProperty(d => d.Tries, d => d.Tries + 1), ct);
            return new BeginAnswer.Away();
        }
        catch (Exception problem) when (problem.IsStripeSilence(ct))
        {
            log.LogWarning("Stripe did not answer for gift {Gift}: {Problem}", gift.Id, problem.GetType().Name);
            return new BeginAnswer.Away();
        }
    }

    /// <summary>The row of this form, made by whichever press came first. A form whose pay page closed unused begins another.</summary>
    private async Task<Donation> OwnAsync(GivingPlace place, GiveForm form, long amount, StripeLine line, Language language, CancellationToken ct)
    {
        for (var round = 0; ; round++)
        {
            var id = form.GiftId(amount, round);
            var gift = await db.Donations.SingleOrDefaultAsync(d => d.Id == id, ct) ?? await AddAsync(
                new Donation(
                    id, place.Campaign?.Id, amount, form.Cover ? FeeCover.On(amount, Currency.Of(form.Currency!)) : 0, form.Currency!, form.IsMonthly, line.Account, form.Name, form.Email,
                    language.Code, clock.GetUtcNow()),
                ct);
            if (gift.State != DonationState.Expired || round == MostRounds)
            {
                return gift;
            }
        }
    }

    private async Task<Donation> AddAsync(Donation gift, CancellationToken ct)
    {
        db.Donations.Add(gift);
        try
        {
            await db.SaveChangesAsync(ct);
            return gift;
        }
        catch (DbUpdateException twice) when (twice.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return await db.Donations.SingleAsync(d => d.Id == gift.Id, ct);
        }
    }
}

public abstract record BeginAnswer
{
    /// <summary>Stripe's page takes the card.</summary>
    public sealed record Pay(Uri Page) : BeginAnswer;

    /// <summary>This form's gift went further already.</summary>
    public sealed record Known(string Session) : BeginAnswer;

    /// <summary>Stripe cannot be reached or did not take it. Nothing was charged.</summary>
    public sealed record Away : BeginAnswer;
}
