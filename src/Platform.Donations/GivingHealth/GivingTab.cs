using Platform.Core.Access;
using Platform.Core.Modules;

namespace Platform.Donations.GivingHealth;

/// <summary>The tab at the desk of the platform's admins; moderators have no business with money.</summary>
internal sealed class GivingTab(CurrentUser me) : IPagePart
{
    public Task<PartView?> ShowAsync(SlotPlace place, CancellationToken ct) =>
        Task.FromResult(me.May(PlatformRole.Admin) ? new PartView("/GivingHealth/_Tab.cshtml", "/admin/giving") : null);
}
