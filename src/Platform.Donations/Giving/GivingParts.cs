using Microsoft.EntityFrameworkCore;
using Platform.Core.Modules;
using Platform.Core.Text;

namespace Platform.Donations.Giving;

/// <summary>The link below a petition and after confirming: a plain address that carries nothing about who looks at it.</summary>
internal sealed class GivingLinkPart(DonationsDb db, ICampaignDirectory campaigns, Localiser texts) : IPagePart
{
    public async Task<PartView?> ShowAsync(SlotPlace place, CancellationToken ct) =>
        place.Campaign is { } id && await db.Campaigns.AnyAsync(c => c.CampaignId == id && c.On, ct)
            && await db.Settings.AsNoTracking().SingleOrDefaultAsync(ct) is { CanTake: true } settings && await campaigns.FindAsync(id, texts.Language.Code, ct) is { Published: true } campaign
            ? new PartView("/Giving/_Link.cshtml", new GivingLink(campaign.Path + "/give", settings.PurposeIn(texts.Language.Code)!))
            : null;
}

/// <summary>The link on the platform's first page.</summary>
internal sealed class PlatformGivingPart(PlatformPage page) : IPagePart
{
    public async Task<PartView?> ShowAsync(SlotPlace place, CancellationToken ct) => await page.IsOnAsync(ct) ? new PartView("/Giving/_PlatformLink.cshtml", "/give") : null;
}

/// <summary>What the privacy page adds about givers.</summary>
internal sealed class PrivacyPart : IPagePart
{
    public Task<PartView?> ShowAsync(SlotPlace place, CancellationToken ct) => Task.FromResult<PartView?>(new PartView("/Giving/_Privacy.cshtml", ""));
}

public sealed record GivingLink(string Path, DonationSettings.GivingPurpose Purpose);
