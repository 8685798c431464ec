using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Organisations;

/// <summary>Any member may go, but not the last owner.</summary>
[OrganiserPage]
public sealed class LeavingController(ChangeMembers change, TenantContext tenant, CurrentUser me) : Controller
{
    [HttpGet("/{org}/desk/leave")]
    public IActionResult Leave() => View(new LeavingView(tenant.Slug));

    [HttpPost("/{org}/desk/leave"), ActionName("Leave")]
    public async Task<IActionResult> Left(CancellationToken ct)
    {
        switch (await change.RunAsync(me.RequiredId, null, ct))
        {
            case MemberChange.LastOwner:
                ModelState.AddModelError("", "account.last-owner");
                return View(new LeavingView(tenant.Slug));
            case MemberChange.Done or MemberChange.NotAMember:
                return LocalRedirect("~/desk?all=true&done=left");
            default:
                throw new InvalidOperationException("Unknown change.");
        }
    }
}

public sealed record LeavingView(string Slug);
