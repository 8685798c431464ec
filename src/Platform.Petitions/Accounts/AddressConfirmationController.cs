using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Accounts;

[PublicPage]
public sealed class AddressConfirmationController(UserManager<User> users, PetitionsDb db, Sessions sessions, Audit audit) : Controller
{
    [HttpGet("/account/address/{id:guid}/{token}")]
    public IActionResult NewAddress(Guid id, string token) => View(new ConfirmView(Failed: false));

    [HttpPost("/account/address/{id:guid}/{token}"), ActionName("NewAddress")]
    public async Task<IActionResult> Confirmed(Guid id, string token, CancellationToken ct)
    {
        var user = await users.FindByIdAsync(id.ToString());
        var former = user?.Email;
        if (user is not { SuspendedAt: null, PendingEmail: { } pending } || AccountLinks.Read(token) is not { } proof
            || !await users.VerifyUserTokenAsync(user, TokenOptions.DefaultProvider, UserManager<User>.GetChangeEmailTokenPurpose(pending), proof)
            || await users.FindByEmailAsync(pending) is not null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return View(new ConfirmView(Failed: true));
        }

        (user.Email, user.UserName, user.PendingEmail, user.EmailConfirmed) = (pending, pending, null, true);
        db.Outbox.Add(new OutboxMail(MailKind.AddressChanged, null, null, user.Id));
        audit.Note("account.address-changed", detail: user.Id.ToString(), job: "mail link");
        await users.SetAuthenticationTokenAsync(user, AddressController.Tokens, AddressController.Former, former);
        await users.UpdateSecurityStampAsync(user);
        await sessions.EndAllAsync(user.Id, ct);
        await sessions.CloseAsync();
        return Redirect(AccountServices.SignInPath + "?done=address-changed");
    }
}
