using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Accounts;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Organisations;

[OrganiserPage(MemberRole.Owner)]
public sealed class MembersController(
    PetitionsDb db, TenantContext tenant, ChangeMembers change, InvitationTokens tokens, Attempts attempts, DatabaseClock clock, CurrentUser me, Audit audit) : Controller
{
    private const string Path = "/{org}/desk/members";

    private string Here => $"/{tenant.Slug}/desk/members";

    [HttpGet(Path)]
    public async Task<IActionResult> Members(CancellationToken ct) => await PageAsync(new InviteForm { Role = "editor" }, ct);

    [HttpPost(Path)]
    public async Task<IActionResult> Invite([Bind(Prefix = nameof(MembersView.Invite))] InviteForm form, CancellationToken ct)
    {
        var email = EmailAddress.Parse(form.Email)?.Address;
        if (ModelState.IsValid && email is null)
        {
            ModelState.AddModelError("Invite.Email", "error.email");
        }

        if (ModelState.IsValid && Role(form.Role) is null)
        {
            ModelState.AddModelError("Invite.Role", "error.choose");
        }

        if (ModelState.IsValid && !attempts.Take("invite", me.RequiredId.ToString()))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError("", "account.too-many");
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(form, ct);
        }

        var invitation = new Invitation(email!, Role(form.Role)!.Value, me.RequiredId, tokens, await clock.NowAsync(ct));
        db.Invitations.Add(invitation);
        db.Outbox.Add(new OutboxMail(MailKind.Invitation, tenant.Id, null, invitation.Id));
        audit.Note("member.invited", detail: invitation.Role.ToString());
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Here + "?done=invited");
    }

    [HttpPost(Path + "/{user:guid}/role")]
    public async Task<IActionResult> Change(Guid user, [FromForm] string? role, CancellationToken ct) =>
        Role(role) is { } next ? await AnswerAsync(await change.RunAsync(user, next, ct), "role-changed", ct) : BadRequest();

    [HttpPost(Path + "/{user:guid}/remove")]
    public async Task<IActionResult> Remove(Guid user, CancellationToken ct) =>
        await AnswerAsync(await change.RunAsync(user, null, ct), "member-removed", ct);

    [HttpPost(Path + "/invitations/{id:guid}/withdraw")]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken ct)
    {
        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invitation)
        {
            return NotFound();
        }

        invitation.Withdraw(await clock.NowAsync(ct));
        audit.Note("member.invitation-withdrawn");
        await db.SaveChangesAsync(ct);
        return LocalRedirect(Here);
    }

    private async Task<IActionResult> AnswerAsync(MemberChange change, string done, CancellationToken ct)
    {
        switch (change)
        {
            case MemberChange.Done:
                return LocalRedirect($"{Here}?done={done}");
            case MemberChange.LastOwner:
                ModelState.AddModelError("", "account.last-owner");
                return await PageAsync(new InviteForm { Role = "editor" }, ct);
            case MemberChange.NotAMember:
                return NotFound();
            default:
                throw new InvalidOperationException($"Unknown change {change}.");
        }
    }

    private async Task<ViewResult> PageAsync(InviteForm form, CancellationToken ct)
    {
        var now = await clock.NowAsync(ct);
        var members = await db.Memberships.OrderBy(m => m.User.Name)
            .Select(m => new MemberLine(m.UserId, m.User.Name, m.User.Email!, m.Role)).ToListAsync(ct);
        var waiting = await db.Invitations.Where(i => i.AcceptedAt == null && i.ExpiresAt > now).OrderBy(i => i.CreatedAt)
            .Select(i => new InvitationLine(i.Id, i.Email, i.Role, i.ExpiresAt)).ToListAsync(ct);
        return View("Members", new MembersView(form, members, waiting, me.RequiredId, Here));
    }

    private static MemberRole? Role(string? role) => role switch
    {
        "viewer" => MemberRole.Viewer,
        "editor" => MemberRole.Editor,
        "owner" => MemberRole.Owner,
        _ => null,
    };
}

public sealed record MembersView(InviteForm Invite, IReadOnlyList<MemberLine> Members, IReadOnlyList<InvitationLine> Waiting, Guid Me, string Here);

public sealed record MemberLine(Guid Id, string Name, string Email, MemberRole Role);

public sealed record InvitationLine(Guid Id, string Email, MemberRole Role, DateTimeOffset ExpiresAt);
