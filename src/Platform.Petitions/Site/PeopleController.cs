using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Accounts;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Site;

/// <summary>Accounts: who is staff, who is suspended.</summary>
[AdminPage(PlatformRole.Admin)]
public sealed class PeopleController(PetitionsDb db, Audit audit, CurrentUser me, TimeProvider clock) : Controller
{
    private const int MostLines = 50;

    [HttpGet("/admin/people")]
    public async Task<IActionResult> Index(string? q, CancellationToken ct)
    {
        var users = db.Users.AsNoTracking();
        var pattern = LikePattern.Containing((q ?? "").Trim());
        users = string.IsNullOrWhiteSpace(q)
            ? users.Where(u => u.PlatformRole != PlatformRole.None || u.SuspendedAt != null)
            : users.Where(u => EF.Functions.ILike(u.Name, pattern, LikePattern.Sign) || EF.Functions.ILike(u.Email!, pattern, LikePattern.Sign));
        return View("People", new PeopleView(q, await users.OrderBy(u => u.Name).Take(MostLines).ToListAsync(ct)));
    }

    [HttpPost("/admin/people/{id:guid}/role")]
    public Task<IActionResult> Appoint(Guid id, PlatformRole role, CancellationToken ct) =>
        ChangeAsync(id, u => u.PlatformRole = role, "user.role", role.ToString(), ct);

    [HttpPost("/admin/people/{id:guid}/suspend")]
    public Task<IActionResult> Suspend(Guid id, bool suspended, CancellationToken ct) =>
        ChangeAsync(id, u => u.SuspendedAt = suspended ? clock.GetUtcNow() : null, suspended ? "user.suspend" : "user.resume", null, ct);

    /// <summary>Nobody changes their own standing: the last admin could not come back.</summary>
    private async Task<IActionResult> ChangeAsync(Guid id, Action<User> change, string action, string? detail, CancellationToken ct)
    {
        if (!ModelState.IsValid || id == me.RequiredId)
        {
            return BadRequest();
        }

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, ct) is not { } user)
        {
            return NotFound();
        }

        change(user);
        audit.Note(action, detail: detail is null ? $"user {id}" : $"user {id}: {detail}");
        await db.SaveChangesAsync(ct);
        return Redirect($"/admin/people?q={Uri.EscapeDataString(user.Name)}");
    }
}

public sealed record PeopleView(string? Query, IReadOnlyList<User> People);
