using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Organisations;

namespace Platform.Petitions.Pictures;

/// <summary>Pictures of campaigns, and banners of organisations. Whoever may not read the campaign may not see its picture either.</summary>
[PublicPage]
[AcrossTenants]
public sealed class PicturesController(PetitionsDb db, PictureFiles files, CurrentUser user, TimeProvider clock) : Controller
{
    private const string Forever = "public, max-age=31536000, immutable";

    [HttpGet("/pictures/{id:guid}/{name=1200.jpg}"), HttpHead("/pictures/{id:guid}/{name=1200.jpg}")]
    public async Task<IActionResult> Show(Guid id, string name, CancellationToken ct)
    {
        if (PictureFile.Named(name) is not { } file || await VisibleToAsync(id, ct) is not { } audience || await files.OpenAsync(id, file, ct) is not { } opened)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = !opened.Lasting ? "no-store" : audience == Audience.Everybody ? Forever : "private, max-age=300";
        return File(opened.Content, opened.Type);
    }

    private async Task<Audience?> VisibleToAsync(Guid id, CancellationToken ct)
    {
        var campaigns = await db.AcrossTenants<Campaign>().AsNoTracking().Where(c => c.PictureId == id).ToListAsync(ct);
        if (campaigns.Any(c => c.HasPublicPage) || await db.Organisations.AnyAsync(o => o.BannerId == id && o.SuspendedAt == null, ct))
        {
            return Audience.Everybody;
        }

        var ids = campaigns.Select(c => c.Id).ToList();
        var now = clock.GetUtcNow();
        if (campaigns.Any(c => c.CoSponsorKeyHash is not null && c.Status is CampaignStatus.Gathering or CampaignStatus.Submitted) || await db.AcrossTenants<DraftLink>().AnyAsync(l => ids.Contains(l.CampaignId) && l.RevokedAt == null && l.ExpiresAt > now, ct))
        {
            // Whoever holds the secret link to a draft, or to its co-sponsors' form, learnt the picture's name there; nobody can guess it.
            return Audience.Insiders;
        }

        return user.May(PlatformRole.Moderator) || (user.Id is { } me && await IsMemberAsync(id, me, ct)) ? Audience.Insiders : null;
    }

    private Task<bool> IsMemberAsync(Guid picture, Guid me, CancellationToken ct) => db.AcrossTenants<Picture>()
        .AnyAsync(p => p.Id == picture && db.AcrossTenants<Membership>().Any(m => m.TenantId == p.TenantId && m.UserId == me), ct);

    private enum Audience
    {
        Everybody,
        Insiders,
    }
}
