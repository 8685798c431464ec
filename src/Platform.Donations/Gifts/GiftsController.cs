using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Donations.Giving;
using Platform.Donations.Ledger;

namespace Platform.Donations.Gifts;

/// <summary>What came in: each gift, the sums, who gives monthly, what Stripe kept and paid out.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/gifts")]
public sealed class GiftsController(DonationsDb db, GiftReader reader, LedgerBook books, TenantContext tenant) : Controller
{
    private const int PageSize = 50;

    /// <param name="before">Last gift of the page before: gifts are read along their key, at any depth in the same time.</param>
    [HttpGet("")]
    public async Task<IActionResult> List(Guid? campaign, Guid? before, CancellationToken ct)
    {
        var gifts = db.Donations.AsNoTracking();
        gifts = campaign is { } one ? gifts.Where(d => d.CampaignId == one) : gifts;
        if (before is { } last && await db.Donations.Where(d => d.Id == last).Select(d => (DateTimeOffset?)d.CreatedAt).SingleOrDefaultAsync(ct) is { } at)
        {
            gifts = gifts.Where(d => EF.Functions.LessThan(ValueTuple.Create(d.CreatedAt, d.Id), ValueTuple.Create(at, last)));
        }

        var rows = await gifts.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(PageSize + 1).ToListAsync(ct);
        return View("List", new GiftList(
            $"/{tenant.Slug}/desk/gifts", [.. rows.Take(PageSize)], await reader.SumsAsync(campaign, ct), campaign is null ? await books.SumsAsync(ct) : [], await reader.WaitingAsync(ct), campaign, before, rows.Count > PageSize));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct) => await db.Donations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } gift
        ? View("Show", new GiftView($"/{tenant.Slug}/desk/gifts", gift, await db.Refunds.AsNoTracking().Where(r => r.DonationId == id).OrderBy(r => r.AskedAt).ToListAsync(ct)))
        : NotFound();
}

/// <param name="Books">What Stripe kept, holds and paid out; of the whole organisation.</param>
/// <param name="Waiting">Refunds for which a second person is asked.</param>
public sealed record GiftList(string Here, IReadOnlyList<Donation> Gifts, IReadOnlyList<GiftSum> Sums, IReadOnlyList<LedgerSum> Books, IReadOnlyList<RefundRequest> Waiting, Guid? Campaign, Guid? Before, bool More);

public sealed record GiftView(string Here, Donation Gift, IReadOnlyList<RefundRequest> Refunds);
