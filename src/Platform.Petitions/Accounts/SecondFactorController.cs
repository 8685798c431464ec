using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Accounts;

/// <summary>An authenticator app: set up, recovery codes, removed. Staff come here before anything else.</summary>
[OrganiserPage]
public sealed class SecondFactorController(UserManager<User> users, Sessions sessions, Attempts attempts, CurrentUser me, Audit audit) : Controller
{
    private const int RecoveryCodes = 10;

    [HttpGet(AccountServices.SecondFactorPath)]
    public async Task<IActionResult> SecondFactor()
    {
        var user = await UserAsync();
        return user.TwoFactorEnabled ? View("SecondFactorOn", await OnViewAsync(user)) : await SetUpAsync(user);
    }

    [HttpPost(AccountServices.SecondFactorPath)]
    public async Task<IActionResult> SecondFactor(SecondFactorForm form)
    {
        var user = await UserAsync();
        if (user.TwoFactorEnabled)
        {
            return Redirect(AccountServices.SecondFactorPath);
        }

        if (!attempts.Take("set-up", user.Id.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "account.too-many");
        }
        else if (ModelState.IsValid && !await IsRightAsync(user, form.Code!))
        {
            ModelState.AddModelError(nameof(form.Code), "account.wrong-code");
        }

        if (!ModelState.IsValid)
        {
            return await SetUpAsync(user);
        }

        audit.Note("account.second-factor-on");
        await users.SetTwoFactorEnabledAsync(user, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await sessions.EndAllAsync(user.Id, HttpContext.RequestAborted);
        await sessions.OpenAsync(user, Sessions.ByCode);
        return View("RecoveryCodes", new RecoveryCodesView([.. codes!]));
    }

    [HttpPost(AccountServices.SecondFactorPath + "/recovery-codes")]
    public async Task<IActionResult> NewCodes(SecondFactorForm form)
    {
        if (await ProvenAsync(form) is not { } user)
        {
            return View("SecondFactorOn", await OnViewAsync(await UserAsync()));
        }

        audit.Note("account.recovery-codes");
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        return View("RecoveryCodes", new RecoveryCodesView([.. codes!]));
    }

    [HttpPost(AccountServices.SecondFactorPath + "/remove")]
    public async Task<IActionResult> TurnOff(SecondFactorForm form)
    {
        if (await ProvenAsync(form) is not { } user)
        {
            return View("SecondFactorOn", await OnViewAsync(await UserAsync()));
        }

        audit.Note("account.second-factor-off");
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        await sessions.EndAllAsync(user.Id, HttpContext.RequestAborted);
        await sessions.OpenAsync(user, Sessions.ByPassword);
        return Redirect(AccountController.Path + "?done=second-factor-removed");
    }

    /// <returns>The user when the code from the authenticator is right; else says so in the form.</returns>
    private async Task<User?> ProvenAsync(SecondFactorForm form)
    {
        var user = await UserAsync();
        if (!ModelState.IsValid || !user.TwoFactorEnabled)
        {
            return null;
        }

        if (attempts.Take("code", user.Id.ToString()) && await IsRightAsync(user, form.Code!))
        {
            return user;
        }

        ModelState.AddModelError(nameof(form.Code), "account.wrong-code");
        return null;
    }

    private async Task<ViewResult> SetUpAsync(User user)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { } key)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }

        return View("SecondFactor", new SecondFactorView(new SecondFactorForm(), AuthenticatorKey.Grouped(key), AuthenticatorKey.Squares(user.Email!, key), me.PlatformRole > PlatformRole.None));
    }

    private async Task<SecondFactorOnView> OnViewAsync(User user) => new(new SecondFactorForm(), await users.CountRecoveryCodesAsync(user));

    private Task<bool> IsRightAsync(User user, string code) =>
        users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", "", StringComparison.Ordinal));

    private async Task<User> UserAsync() => (await users.FindByIdAsync(me.RequiredId.ToString()))!;
}

public sealed class SecondFactorForm
{
    [Required]
    [StringLength(40)]
    public string? Code { get; set; }
}

/// <param name="Squares">Rows of the QR code; true is dark.</param>
public sealed record SecondFactorView(SecondFactorForm Form, string Key, IReadOnlyList<IReadOnlyList<bool>> Squares, bool Staff)
{
    public string? Code => Form.Code;
}

public sealed record SecondFactorOnView(SecondFactorForm Form, int CodesLeft)
{
    public string? Code => Form.Code;
}

public sealed record RecoveryCodesView(IReadOnlyList<string> Codes);
