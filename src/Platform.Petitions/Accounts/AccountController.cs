using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Accounts;

[OrganiserPage]
public sealed class AccountController(PetitionsDb db, UserManager<User> users, Sessions sessions, Catalogue catalogue, CurrentUser me, Audit audit, TimeProvider clock) : Controller
{
    public const string Path = "/account";

    [HttpGet(Path)]
    public async Task<IActionResult> Account(CancellationToken ct)
    {
        var user = await UserAsync();
        return await PageAsync(user, new ProfileForm { Name = user.Name, Language = user.Language }, ct);
    }

    [HttpPost(Path)]
    public async Task<IActionResult> Account([Bind(Prefix = nameof(AccountView.Profile))] ProfileForm form, CancellationToken ct)
    {
        var user = await UserAsync();
        if (catalogue.Find(form.Language) is not { } language)
        {
            ModelState.AddModelError("Profile.Language", "error.choose");
            return await PageAsync(user, form, ct);
        }

        if (!ModelState.IsValid || CleanText.SingleLine(form.Name) is not { Length: > 0 } name)
        {
            return await PageAsync(user, form, ct);
        }

        (user.Name, user.Language) = (name, language.Code);
        audit.Note("account.profile");
        await users.UpdateAsync(user);
        return Redirect(Path + "?done=saved");
    }

    [HttpPost(Path + "/sign-out-everywhere")]
    public async Task<IActionResult> SignOutEverywhere(CancellationToken ct)
    {
        audit.Note("account.signed-out-everywhere");
        await db.SaveChangesAsync(ct);
        await sessions.EndAllAsync(me.RequiredId, ct);
        await sessions.CloseAsync();
        return Redirect(AccountServices.SignInPath + "?done=signed-out-everywhere");
    }

    private async Task<ViewResult> PageAsync(User user, ProfileForm profile, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.Sessions.Where(s => s.UserId == user.Id && s.ExpiresAt > now).OrderByDescending(s => s.LastSeenAt)
            .Select(s => new SessionLine(s.Browser, s.CreatedAt, s.LastSeenAt)).ToListAsync(ct);
        return View("Account", new AccountView(profile, user, open, [.. await users.GetPasskeysAsync(user)]));
    }

    private async Task<User> UserAsync() => (await users.FindByIdAsync(me.RequiredId.ToString()))!;
}
