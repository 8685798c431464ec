using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Donations.Amounts;
using Platform.Donations.Giving;

namespace Platform.Donations.Gifts;

/// <summary>Refunds as people ask for them and decide on them, with their password. Each answers the word the page says then; null where there is nothing to say it of.</summary>
public sealed class RefundDesk(DonationsDb db, RefundGift refund, IPasswordProof proof)
{
    /// <param name="amount">As typed; nothing gives all of it back.</param>
    public async Task<string?> AskAsync(Guid id, string? amount, string? password, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } gift)
        {
            return null;
        }

        var asked = string.IsNullOrWhiteSpace(amount) ? gift.Total - gift.Refunded : Money.Parse(amount, Currency.Of(gift.Currency));
        if (asked is not { } wanted)
        {
            return "amount";
        }

        return await proof.RefuseAsync(password, ct) is not null ? "password" : Word(await refund.AskAsync(gift, wanted, ct));
    }

    /// <param name="decision">agree, decline or again.</param>
    public async Task<string?> DecideAsync(Guid id, Guid request, string decision, string? password, CancellationToken ct)
    {
        if (decision is not ("agree" or "decline" or "again") || await FindAsync(id, ct) is not { } gift || await db.Refunds.SingleOrDefaultAsync(r => r.Id == request && r.DonationId == id, ct) is not { } asked)
        {
            return null;
        }

        if (await proof.RefuseAsync(password, ct) is not null)
        {
            return "password";
        }

        return Word(decision == "again" ? await refund.SendAsync(asked, gift, ct) : await refund.DecideAsync(asked, gift, decision == "agree", ct));
    }

    private static string Word(RefundAnswer answer) => answer switch
    {
        RefundAnswer.Taken => "taken",
        RefundAnswer.Waits => "waits",
        RefundAnswer.Declined => "declined",
        RefundAnswer.NotPossible => "not-possible",
        RefundAnswer.Away => "away",
        _ => throw new InvalidOperationException($"{answer} has no word."),
    };

    private Task<Donation?> FindAsync(Guid id, CancellationToken ct) => db.Donations.SingleOrDefaultAsync(d => d.Id == id, ct);
}
