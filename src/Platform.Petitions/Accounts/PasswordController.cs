using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Accounts;

[OrganiserPage]
public sealed class PasswordController(UserManager<User> users, Sessions sessions, Attempts attempts, CurrentUser me, Audit audit) : Controller
{
    [HttpGet("/account/password")]
    public IActionResult Password() => View(new PasswordForm());

    [HttpPost("/account/password")]
    public async Task<IActionResult> Password(PasswordForm form, CancellationToken ct)
    {
        if (ModelState.IsValid && !attempts.Take("password", me.RequiredId.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "account.too-many");
        }

        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var user = (await users.FindByIdAsync(me.RequiredId.ToString()))!;
        audit.Note("account.password-changed");
        var result = await users.ChangePasswordAsync(user, form.Current!, form.Password!);
        if (!result.Succeeded)
        {
            var wrong = result.Errors.First().Code == nameof(IdentityErrorDescriber.PasswordMismatch);
            ModelState.Tell(wrong ? nameof(form.Current) : nameof(form.Password), result);
            return View(form);
        }

        await sessions.EndAllAsync(user.Id, ct);
        await sessions.OpenAsync(user, me.SecondFactor ? Sessions.ByCode : Sessions.ByPassword);
        return Redirect(AccountController.Path + "?done=password-changed");
    }
}
