using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Accounts;

/// <summary>Asking for another address. It counts once the link that went there was used.</summary>
[OrganiserPage]
public sealed class AddressController(UserManager<User> users, PetitionsDb db, Attempts attempts, CurrentUser me, Audit audit) : Controller
{
    /// <summary>Where the address before the last change is kept, for the letter that goes there.</summary>
    public const string Tokens = "account";
    public const string Former = "former-address";

    [HttpGet("/account/address")]
    public IActionResult Address() => View(new AddressForm());

    [HttpPost("/account/address")]
    public async Task<IActionResult> Address(AddressForm form)
    {
        var email = EmailAddress.Parse(form.Email)?.Address;
        if (ModelState.IsValid && email is null)
        {
            ModelState.AddModelError(nameof(form.Email), "error.email");
        }
        else if (ModelState.IsValid && !attempts.Take("address", me.RequiredId.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "account.too-many");
        }

        var user = (await users.FindByIdAsync(me.RequiredId.ToString()))!;
        if (ModelState.IsValid && !await users.CheckPasswordAsync(user, form.Password!))
        {
            ModelState.AddModelError(nameof(form.Password), "account.wrong-password");
        }

        if (!ModelState.IsValid)
        {
            return View(form);
        }

        user.PendingEmail = email;
        var owner = await users.FindByEmailAsync(email!);
        db.Outbox.Add(owner is null ? new OutboxMail(MailKind.ChangeAddress, null, null, user.Id) : new OutboxMail(MailKind.AccountExists, null, null, owner.Id));
        audit.Note("account.address-asked");
        await users.UpdateAsync(user);
        return Redirect(AccountController.Path + "?done=address-sent");
    }
}
