using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Donations.Amounts;
using Platform.Donations.Giving;

namespace Platform.Donations.Gifts;

/// <summary>Giving money back: owners only, with their password once more.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/gifts/{id:guid}")]
public sealed class RefundsController(DonationsDb db, RefundGift refund, IPasswordProof proof, TenantContext tenant) : Controller
{
    [HttpPost("refund")]
    public async Task<IActionResult> Ask(Guid id, string? amount, string? password, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } gift)
        {
            return NotFound();
        }

        var asked = string.IsNullOrWhiteSpace(amount) ? gift.Total - gift.Refunded : Money.Parse(amount, Currency.Of(gift.Currency));
        if (asked is not { } wanted)
        {
            return Back(gift, "amount");
        }

        return await proof.RefuseAsync(password, ct) is not null ? Back(gift, "password") : Back(gift, Word(await refund.AskAsync(gift, wanted, ct)));
    }

    [HttpPost("refunds/{request:guid}/{decision}")]
    public async Task<IActionResult> Decide(Guid id, Guid request, string decision, string? password, CancellationToken ct)
    {
        if (decision is not ("agree" or "decline" or "again") || await FindAsync(id, ct) is not { } gift || await db.Refunds.SingleOrDefaultAsync(r => r.Id == request && r.DonationId == id, ct) is not { } asked)
        {
            return NotFound();
        }

        if (await proof.RefuseAsync(password, ct) is not null)
        {
            return Back(gift, "password");
        }

        return Back(gift, Word(decision == "again" ? await refund.SendAsync(asked, gift, ct) : await refund.DecideAsync(asked, gift, decision == "agree", ct)));
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

    private LocalRedirectResult Back(Donation gift, string said) => LocalRedirect($"/{tenant.Slug}/desk/gifts/{gift.Id}?refund={said}");
}
