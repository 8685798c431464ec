using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.ApiKeys;

/// <summary>The organisation's keys. A key's secret is shown once, on the answer to the press that made it.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/keys")]
public sealed class ApiKeysController(PetitionsDb db, TenantContext tenant, CurrentUser me, DatabaseClock clock, Audit audit) : Controller
{
    private const int Most = 50;

    [HttpGet("")]
    public Task<IActionResult> List(CancellationToken ct) => PageAsync(new KeyForm(), null, ct);

    [HttpPost("")]
    public async Task<IActionResult> Make(KeyForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        form.Name = CleanText.SingleLine(form.Name);
        if (form.Name.Length == 0)
        {
            ModelState.AddModelError(nameof(form.Name), "error.required");
        }

        if (form.Scopes == KeyScope.None)
        {
            ModelState.AddModelError(nameof(form.ReadSignatures), "error.choose");
        }

        if (ModelState.IsValid && await db.ApiKeys.CountAsync(k => k.RevokedAt == null, ct) >= Most)
        {
            ModelState.AddModelError(nameof(form.Name), $"account.keys-many?max={Most}");
        }

        if (!ModelState.IsValid)
        {
            return await PageAsync(form, null, ct);
        }

        var secret = KeyToken.NewSecret();
        var key = new ApiKey(form.Name, form.Scopes, me.RequiredId, new KeyToken(default, default, secret).Hash);
        db.ApiKeys.Add(key);
        audit.Note("key.made", detail: $"{key.Name}: {key.Scopes}");
        await db.SaveChangesAsync(ct);
        ModelState.Clear();
        return await PageAsync(new KeyForm(), new KeyToken(tenant.Id!.Value, key.Id, secret).Write(), ct);
    }

    [HttpPost("{id:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid id, CancellationToken ct)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id, ct) is not { } key)
        {
            return NotFound();
        }

        key.Revoke(await clock.NowAsync(ct));
        audit.Note("key.revoked", detail: key.Name);
        await db.SaveChangesAsync(ct);
        return LocalRedirect($"/{tenant.Slug}/desk/keys");
    }

    private async Task<IActionResult> PageAsync(KeyForm form, string? made, CancellationToken ct)
    {
        ViewData["Keys"] = await db.ApiKeys.AsNoTracking().Where(k => k.RevokedAt == null).OrderBy(k => k.CreatedAt)
            .Select(k => new KeyLine(k.Id, k.Name, k.Scopes, k.CreatedAt, k.LastUsedAt, db.Users.Where(u => u.Id == k.CreatedBy).Select(u => u.Name).FirstOrDefault())).ToListAsync(ct);
        ViewData["Made"] = made;
        return View("/ApiKeys/List.cshtml", form);
    }
}

public sealed record KeyLine(Guid Id, string Name, KeyScope Scopes, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, string? MadeBy);
