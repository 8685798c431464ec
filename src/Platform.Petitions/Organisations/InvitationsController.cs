using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;

namespace Platform.Petitions.Organisations;

[PublicPage]
[AcrossTenants]
public sealed class InvitationsController(AcceptInvitation accept, CurrentUser me) : Controller
{
    private const string Path = "/account/invitations/{token}";

    [HttpGet(Path)]
    public async Task<IActionResult> Invitation(string token, CancellationToken ct) =>
        await accept.FindAsync(token, ct) is { } open ? View(new InvitationView(open, $"/account/invitations/{token}")) : Dead();

    [HttpPost(Path), ActionName("Invitation")]
    public async Task<IActionResult> Accepted(string token, CancellationToken ct)
    {
        if (await accept.FindAsync(token, ct) is not { } open)
        {
            return Dead();
        }

        if (!me.SignedIn)
        {
            return View(new InvitationView(open, $"/account/invitations/{token}"));
        }

        await accept.RunAsync(open, ct);
        return LocalRedirect($"/{open.Slug}/desk?done=joined");
    }

    private ViewResult Dead()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("InvitationDead");
    }
}

public sealed record InvitationView(OpenInvitation Open, string Here);
