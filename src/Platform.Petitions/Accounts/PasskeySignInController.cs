using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Petitions.Accounts;

/// <summary>Signing in without typing: the passkey says who it is, and asks for the finger or the code of the device.</summary>
[PublicPage]
[WorksReadOnly]
public sealed class PasskeySignInController(UserManager<User> users, SignInManager<User> begin, PasskeyCeremony ceremony, Sessions sessions, Attempts attempts) : Controller
{
    [HttpPost("/account/sign-in/passkey-options")]
    public async Task<IActionResult> Options() => Content(await begin.MakePasskeyRequestOptionsAsync(null), "application/json");

    [HttpPost("/account/sign-in/passkey")]
    public async Task<IActionResult> SignIn([FromForm] string? credential, [FromForm] string? returnUrl)
    {
        if (string.IsNullOrEmpty(credential) || !attempts.Take("passkey", Guid.NewGuid().ToString()))
        {
            return Failed(returnUrl);
        }

        if (await ceremony.ProvenAsync(credential) is not { Passkey: { } passkey, User: { SuspendedAt: null, EmailConfirmed: true } user })
        {
            return Failed(returnUrl);
        }

        await users.AddOrUpdatePasskeyAsync(user, passkey);
        await sessions.OpenAsync(user, Sessions.ByPasskey);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/desk");
    }

    private ViewResult Failed(string? returnUrl)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        ModelState.Clear();
        ModelState.AddModelError("", "account.passkey-failed");
        return View("SignIn", new SignInForm { ReturnUrl = returnUrl });
    }
}
