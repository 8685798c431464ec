using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Modules;
using Platform.Core.Tenancy;

namespace Platform.Donations.Gifts;

/// <summary>The tabs at an organisation's desk.</summary>
internal sealed class GiftTabs(TenantContext tenant, CurrentUser me) : IPagePart
{
    public Task<PartView?> ShowAsync(SlotPlace place, CancellationToken ct) =>
        Task.FromResult(me.May(MemberRole.Editor) ? new PartView("/Gifts/_DeskTabs.cshtml", $"/{tenant.Slug}/desk") : null);
}

/// <summary>A campaign's gifts, from its overview; nothing before somebody gave.</summary>
internal sealed class CampaignGifts(DonationsDb db, TenantContext tenant, CurrentUser me) : IPagePart
{
    public async Task<PartView?> ShowAsync(SlotPlace place, CancellationToken ct)
    {
        if (!me.May(MemberRole.Editor) || place.Campaign is not { } id)
        {
            return null;
        }

        var paid = await db.Donations.CountAsync(d => d.CampaignId == id && d.PaidAt != null, ct);
        return paid > 0 ? new PartView("/Gifts/_Campaign.cshtml", new CampaignGiftsView($"/{tenant.Slug}/desk/gifts?campaign={id}", paid)) : null;
    }
}

public sealed record CampaignGiftsView(string Path, int Count);
