using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Accounts;

/// <summary>Passkeys of the signed-in person. The browser makes them; its script puts what it made into the form.</summary>
[OrganiserPage]
public sealed class PasskeysController(UserManager<User> users, SignInManager<User> begin, PasskeyCeremony ceremony, CurrentUser me, Audit audit, Localiser text) : Controller
{
    private const int Most = 20;

    [HttpPost("/account/passkeys/options")]
    public async Task<IActionResult> Options()
    {
        var user = await UserAsync();
        var options = await begin.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Name });
        return Content(options, "application/json");
    }

    [HttpPost("/account/passkeys")]
    public async Task<IActionResult> Add([FromForm] string? credential, [FromForm] string? name)
    {
        var user = await UserAsync();
        if (string.IsNullOrEmpty(credential) || (await users.GetPasskeysAsync(user)).Count >= Most)
        {
            return BadRequest();
        }

        if (await ceremony.CreatedAsync(credential) is not { Passkey: { } passkey, UserEntity: { } owner } || owner.Id != user.Id.ToString())
        {
            return BadRequest();
        }

        var clean = CleanText.Shorten(CleanText.SingleLine(name), 60);
        passkey.Name = clean.Length > 0 ? clean : text["account.passkey-default", ("number", (await users.GetPasskeysAsync(user)).Count + 1)];
        audit.Note("account.passkey-added");
        await users.AddOrUpdatePasskeyAsync(user, passkey);
        return Redirect(AccountController.Path + "?done=passkey-added");
    }

    [HttpPost("/account/passkeys/remove")]
    public async Task<IActionResult> Remove([FromForm] string? id)
    {
        var bytes = new byte[2048];
        if (id is null || id.Length > 2000 || !Base64Url.IsValid(id) || !Base64Url.TryDecodeFromChars(id, bytes, out var length))
        {
            return BadRequest();
        }

        audit.Note("account.passkey-removed");
        await users.RemovePasskeyAsync(await UserAsync(), bytes[..length]);
        return Redirect(AccountController.Path + "?done=passkey-removed");
    }

    private async Task<User> UserAsync() => (await users.FindByIdAsync(me.RequiredId.ToString()))!;
}
