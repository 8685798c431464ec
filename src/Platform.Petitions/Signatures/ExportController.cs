using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Drafting;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Signatures;

/// <summary>The list as a file. It holds personal data, so only owners get it and every download is in the audit log before its first byte leaves.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/campaigns/{id:guid}/signatures/export")]
public sealed class ExportController(PetitionsDb db, DraftDesk desk, ExportSignatures export, Audit audit, TimeProvider clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Send(Guid id, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var count = await db.Counts.Where(c => c.CampaignId == id).Select(c => c.Confirmed).SingleOrDefaultAsync(ct);
        audit.Note("signatures.export", id, string.Create(CultureInfo.InvariantCulture, $"{count} signatures"));
        await db.SaveChangesAsync(ct);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{campaign.Slug}-{clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.csv\"";
        await export.WriteAsync(campaign.TenantId, campaign.Id, Response.Body, ct);
        return new EmptyResult();
    }
}
