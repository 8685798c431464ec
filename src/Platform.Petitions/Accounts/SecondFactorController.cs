using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Moderation;
using Platform.Petitions.Sharing;

namespace Platform.Petitions.Accounts;

/// <summary>An authenticator app: set up, recovery codes, removed. Staff come here before anything else.</summary>
[OrganiserPage]
public sealed class SecondFactorController(
    UserManager<User> users, IUserStore<User> store, AuthenticatorOffer offers, Sessions sessions, Attempts attempts, CurrentUser me, Audit audit) : Controller
{
    private const int RecoveryCodes = 10;

    [HttpGet(AccountServices.SecondFactorPath)]
    public async Task<IActionResult> SecondFactor()
    {
        var user = await UserAsync();
        return user.TwoFactorEnabled ? View("SecondFactorOn", await OnViewAsync(user)) : SetUp(user, users.GenerateNewAuthenticatorKey());
    }

    [HttpPost(AccountServices.SecondFactorPath)]
    public async Task<IActionResult> SecondFactor(SecondFactorForm form)
    {
        var user = await UserAsync();
        if (user.TwoFactorEnabled)
        {
            return Redirect(AccountServices.SecondFactorPath);
        }

        var offered = offers.Open(user.Id, form.Offer);
        if (!attempts.Take("set-up", user.Id.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "account.too-many");
        }
        else if (ModelState.IsValid && (offered is null || !await TakesAsync(user, offered, form.Code!)))
        {
            ModelState.AddModelError(nameof(form.Code), "account.wrong-code");
        }

        if (!ModelState.IsValid)
        {
            return SetUp(user, offered ?? users.GenerateNewAuthenticatorKey());
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

    private async Task<bool> TakesAsync(User user, string key, string code)
    {
        await ((IUserAuthenticatorKeyStore<User>)store).SetAuthenticatorKeyAsync(user, key, HttpContext.RequestAborted);
        await users.UpdateAsync(user);
        return await IsRightAsync(user, code);
    }

    private ViewResult SetUp(User user, string key) => View("SecondFactor", new SecondFactorView(
        new SecondFactorForm(), AuthenticatorKey.Grouped(key), AuthenticatorKey.Code(user.Email!, key), offers.Seal(user.Id, key), me.PlatformRole > PlatformRole.None));

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

    /// <summary>Where one is set up: the sealed key that was shown.</summary>
    [StringLength(1000)]
    public string? Offer { get; set; }
}

public sealed record SecondFactorView(SecondFactorForm Form, string Key, QrCode Picture, string Offer, bool Staff)
{
    public string? Code => Form.Code;
}

public sealed record SecondFactorOnView(SecondFactorForm Form, int CodesLeft)
{
    public string? Code => Form.Code;
}

public sealed record RecoveryCodesView(IReadOnlyList<string> Codes);
