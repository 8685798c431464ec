using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Drafting;

/// <summary>Secret links by which others may read a draft.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/draft-links")]
public sealed class DraftLinksController(PetitionsDb db, DraftLinks links, DraftDesk desk, Links addresses, TenantContext tenant, Audit audit, TimeProvider clock) : Controller
{
    private static readonly int[] Days = [1, 7, 30];

    [HttpGet("")]
    public async Task<IActionResult> List(Guid id, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        var rows = await db.DraftLinks.AsNoTracking().Where(l => l.CampaignId == id && l.RevokedAt == null && l.ExpiresAt > now).OrderByDescending(l => l.ExpiresAt).ToListAsync(ct);
        return View("/Drafting/DraftLinks.cshtml", new DraftLinksView(campaign, [.. rows.Select(l => (l, addresses.To($"/{tenant.Slug}/draft/{links.TokenOf(l.Id)}")))]));
    }

    [HttpPost("")]
    public async Task<IActionResult> Offer(Guid id, int days, bool needsAccount, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is null)
        {
            return NotFound();
        }

        if (Days.Contains(days))
        {
            links.Offer(id, days, needsAccount);
            audit.Note("campaign.draft-link", id, $"{days} days" + (needsAccount ? ", with an account" : ""));
            await db.SaveChangesAsync(ct);
        }

        return LocalRedirect(desk.Address(id, "/draft-links"));
    }

    [HttpPost("{link:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid id, Guid link, CancellationToken ct)
    {
        if (await db.DraftLinks.SingleOrDefaultAsync(l => l.Id == link && l.CampaignId == id, ct) is not { } found)
        {
            return NotFound();
        }

        found.RevokedAt ??= clock.GetUtcNow();
        audit.Note("campaign.draft-link-revoked", id);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(desk.Address(id, "/draft-links"));
    }
}

public sealed record DraftLinksView(Campaign Campaign, IReadOnlyList<(DraftLink Link, Uri Address)> Links);
