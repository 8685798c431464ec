using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Moderation;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Accounts;

[PublicPage]
public sealed class RegistrationController(Register register, UserManager<User> users, Attempts attempts, Audit audit, CurrentUser me) : Controller
{
    [HttpGet("/account/register")]
    public IActionResult Register(string? returnUrl) =>
        me.SignedIn ? LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/desk") : View(new RegisterForm { ReturnUrl = returnUrl });

    [HttpPost("/account/register")]
    public async Task<IActionResult> Register(RegisterForm form, CancellationToken ct)
    {
        var name = CleanText.SingleLine(form.Name);
        var email = EmailAddress.Parse(form.Email)?.Address;
        if (email is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(form.Email), "error.email");
        }

        if (ModelState.IsValid && !attempts.Take("register", email!))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "account.too-many");
        }

        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var made = await register.RunAsync(name, email!, form.Password!, ct);
        if (!made.Succeeded)
        {
            ModelState.Tell(nameof(form.Password), made);
            return View(form);
        }

        return View("CheckInbox", new CheckInboxView("account.register-sent", email!));
    }

    [HttpGet("/account/confirm/{id:guid}/{token}")]
    public IActionResult Confirm(Guid id, string token) => View(new ConfirmView(Failed: false));

    [HttpPost("/account/confirm/{id:guid}/{token}"), ActionName("Confirm")]
    public async Task<IActionResult> Confirmed(Guid id, string token)
    {
        var user = await users.FindByIdAsync(id.ToString());
        if (user is null || AccountLinks.Read(token) is not { } proof || !(await users.ConfirmEmailAsync(user, proof)).Succeeded)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return View(new ConfirmView(Failed: true));
        }

        audit.Note("account.confirmed", detail: user.Id.ToString(), job: "mail link");
        await users.UpdateAsync(user);
        return Redirect(AccountServices.SignInPath + "?done=confirmed");
    }
}

public sealed record CheckInboxView(string WordsKey, string Address);

public sealed record ConfirmView(bool Failed);
