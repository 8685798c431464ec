using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Organisations;

/// <summary>"Start a petition": leads everybody to the next thing they need for it.</summary>
[PublicPage]
[AcrossTenants]
public sealed class StartController(PetitionsDb db, CurrentUser me) : Controller
{
    [HttpGet("/start")]
    public async Task<IActionResult> Start(CancellationToken ct)
    {
        if (me.Id is not { } id)
        {
            return LocalRedirect("~/account/register?returnUrl=%2Fstart");
        }

        var mine = await db.AcrossTenants<Membership>().Where(m => m.UserId == id && m.Role >= MemberRole.Editor && m.Organisation.SuspendedAt == null)
            .Select(m => m.Organisation.Slug).Take(2).ToListAsync(ct);
        return LocalRedirect(mine switch
        {
            [] => "~/desk/new?start=true",
            [var only] => $"/{only}/desk/campaigns/new",
            _ => "~/desk?start=true",
        });
    }
}
