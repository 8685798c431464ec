using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Accounts;

[PublicPage]
public sealed class PasswordResetController(
    PetitionsDb db, UserManager<User> users, Sessions sessions, KnownBrowser browser, Attempts attempts, Audit audit) : Controller
{
    [HttpGet("/account/forgot")]
    public IActionResult Forgot() => View(new ForgotForm());

    [HttpPost("/account/forgot")]
    public async Task<IActionResult> Forgot(ForgotForm form, CancellationToken ct)
    {
        var email = EmailAddress.Parse(form.Email)?.Address;
        if (ModelState.IsValid && email is null)
        {
            ModelState.AddModelError(nameof(form.Email), "error.email");
        }
        else if (ModelState.IsValid && !attempts.Take("forgot", email!))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "account.too-many");
        }

        if (!ModelState.IsValid)
        {
            return View(form);
        }

        // An unknown address lays a mail in the outbox, too, which nobody gets: the same work, the same time.
        var user = await users.FindByEmailAsync(email!);
        db.Outbox.Add(new OutboxMail(MailKind.ResetPassword, null, null, user?.Id ?? Guid.CreateVersion7()));
        await db.SaveChangesAsync(ct);
        return View("CheckInbox", new CheckInboxView("account.forgot-sent", email!));
    }

    [HttpGet("/account/reset/{id:guid}/{token}")]
    public IActionResult Reset(Guid id, string token) => View(new ResetForm());

    [HttpPost("/account/reset/{id:guid}/{token}")]
    public async Task<IActionResult> Reset(Guid id, string token, ResetForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return View(form);
        }

        var user = await users.FindByIdAsync(id.ToString());
        if (user is null || user.SuspendedAt is not null || AccountLinks.Read(token) is not { } proof)
        {
            return Dead();
        }

        // Whoever holds the link reads the mailbox: that confirms the address, too.
        user.EmailConfirmed = true;
        audit.Note("account.password-reset", detail: user.Id.ToString(), job: "mail link");
        var result = await users.ResetPasswordAsync(user, proof, form.Password!);
        if (!result.Succeeded)
        {
            if (result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken)))
            {
                return Dead();
            }

            ModelState.Tell(nameof(form.Password), result);
            return View(form);
        }

        await sessions.EndAllAsync(user.Id, ct);
        browser.Remember(user.Id);
        return Redirect(AccountServices.SignInPath + "?done=reset");
    }

    private ViewResult Dead()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("ResetDead");
    }
}
