using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Accounts;

[PublicPage]
[WorksReadOnly]
public sealed class SignInController(SignIn signIn, Sessions sessions, CurrentUser me) : Controller
{
    public const string CodePath = AccountServices.SignInPath + "/code";

    [HttpGet(AccountServices.SignInPath)]
    public IActionResult SignIn(string? returnUrl) => me.SignedIn ? Onward(returnUrl) : View(new SignInForm { ReturnUrl = returnUrl });

    [HttpPost(AccountServices.SignInPath)]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken ct)
    {
        if (me.SignedIn)
        {
            return Onward(form.ReturnUrl);
        }

        return ModelState.IsValid
            ? Answer(await signIn.WithPasswordAsync(EmailAddress.Parse(form.Email)?.Address ?? form.Email!, form.Password!, ct), form.ReturnUrl) ?? View(form)
            : View(form);
    }

    [HttpGet(CodePath)]
    public async Task<IActionResult> Code(string? returnUrl) =>
        await signIn.WaitingForCodeAsync() is null ? Again(returnUrl) : View(new CodeForm { ReturnUrl = returnUrl });

    [HttpPost(CodePath)]
    public async Task<IActionResult> Code(CodeForm form)
    {
        if (await signIn.WaitingForCodeAsync() is not { } user)
        {
            return Again(form.ReturnUrl);
        }

        return ModelState.IsValid ? Answer(await signIn.WithCodeAsync(user, form.Code!), form.ReturnUrl, wrong: "account.wrong-code") ?? View(form) : View(form);
    }

    [HttpPost("/account/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await sessions.CloseAsync();
        return LocalRedirect("~/");
    }

    /// <returns>Null when the form is to be shown again, with what went wrong.</returns>
    private IActionResult? Answer(SignInOutcome outcome, string? returnUrl, string wrong = "account.wrong-sign-in")
    {
        switch (outcome)
        {
            case SignInOutcome.Opened:
                return Onward(returnUrl);
            case SignInOutcome.NeedsCode:
                return RedirectToAction(nameof(Code), new { returnUrl });
            case SignInOutcome.Unconfirmed:
                ModelState.AddModelError("", "account.unconfirmed");
                return null;
            case SignInOutcome.Wrong:
                ModelState.AddModelError("", wrong);
                return null;
            case SignInOutcome.TooMany:
                Response.StatusCode = StatusCodes.Status429TooManyRequests;
                ModelState.AddModelError("", "account.too-many");
                return null;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    private RedirectToActionResult Again(string? returnUrl) => RedirectToAction(nameof(SignIn), new { returnUrl });

    private LocalRedirectResult Onward(string? returnUrl) => LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "~/desk");
}
