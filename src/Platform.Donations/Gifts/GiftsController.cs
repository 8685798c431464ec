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

    [HttpGet("")]
    public async Task<IActionResult> List(Guid? campaign, int page, CancellationToken ct)
    {
        page = Math.Clamp(page, 1, 10_000);
        var gifts = db.Donations.AsNoTracking().Where(d => campaign == null || d.CampaignId == campaign);
        var rows = await gifts.OrderByDescending(d => d.CreatedAt).ThenBy(d => d.Id).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        return View("List", new GiftList(
            $"/{tenant.Slug}/desk/gifts", [.. rows.Take(PageSize)], await reader.SumsAsync(campaign, ct), campaign is null ? await books.SumsAsync(ct) : [], await reader.WaitingAsync(ct), campaign, page, rows.Count > PageSize));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken ct) => await db.Donations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } gift
        ? View("Show", new GiftView($"/{tenant.Slug}/desk/gifts", gift, await db.Refunds.AsNoTracking().Where(r => r.DonationId == id).OrderBy(r => r.AskedAt).ToListAsync(ct)))
        : NotFound();
}

/// <param name="Books">What Stripe kept, holds and paid out; of the whole organisation.</param>
/// <param name="Waiting">Refunds for which a second person is asked.</param>
public sealed record GiftList(string Here, IReadOnlyList<Donation> Gifts, IReadOnlyList<GiftSum> Sums, IReadOnlyList<LedgerSum> Books, IReadOnlyList<RefundRequest> Waiting, Guid? Campaign, int Page, bool More);

public sealed record GiftView(string Here, Donation Gift, IReadOnlyList<RefundRequest> Refunds);
