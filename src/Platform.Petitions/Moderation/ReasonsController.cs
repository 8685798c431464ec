using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>The list of reasons a campaign can be rejected for.</summary>
[AdminPage]
[AcrossTenants]
public sealed class ReasonsController(PetitionsDb db, Audit audit, TimeProvider clock) : Controller
{
    [HttpGet("/admin/reasons")]
    public async Task<IActionResult> Index(string? done, CancellationToken ct)
    {
        var used = await db.AcrossTenants<Campaign>().Where(c => c.RejectionCode != null).GroupBy(c => c.RejectionCode!)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var reasons = await db.RejectionReasons.AsNoTracking().OrderBy(r => r.RetiredAt != null).ThenBy(r => r.Code).ToListAsync(ct);
        return View("Reasons", new ReasonsView([.. reasons.Select(r => new ReasonLine(r, used.GetValueOrDefault(r.Code)))], done == "in-use"));
    }

    [HttpGet("/admin/reasons/new")]
    public IActionResult New() => View("Reason", new ReasonForm());

    [HttpPost("/admin/reasons")]
    public async Task<IActionResult> Add(ReasonForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (ModelState.IsValid && await db.RejectionReasons.AnyAsync(r => r.Code == form.Code, ct))
        {
            ModelState.AddModelError(nameof(form.Code), "admin.reason.code-taken");
        }

        if (!ModelState.IsValid)
        {
            return View("Reason", form);
        }

        db.RejectionReasons.Add(new RejectionReason { Code = form.Code, Wording = CleanText.MultiLine(form.Wording), Hides = form.Hides });
        return await SavedAsync("reason.add", form.Code, ct);
    }

    [HttpGet("/admin/reasons/{code}")]
    public async Task<IActionResult> Edit(string code, CancellationToken ct) =>
        await db.RejectionReasons.FindAsync([code], ct) is { } reason
            ? View("Reason", new ReasonForm { Code = code, Wording = reason.Wording, Hides = reason.Hides, IsKnown = true })
            : NotFound();

    [HttpPost("/admin/reasons/{code}")]
    public async Task<IActionResult> Save(string code, ReasonForm? form, CancellationToken ct)
    {
        if (form is null || await db.RejectionReasons.FindAsync([code], ct) is not { } reason)
        {
            return form is null ? BadRequest() : NotFound();
        }

        form.IsKnown = true;
        form.Code = code;
        if (!ModelState.IsValid)
        {
            return View("Reason", form);
        }

        (reason.Wording, reason.Hides) = (CleanText.MultiLine(form.Wording), form.Hides);
        return await SavedAsync("reason.edit", code, ct);
    }

    /// <summary>Takes a reason out of the list of choices, or puts it back; what was rejected for it keeps it.</summary>
    [HttpPost("/admin/reasons/{code}/retire")]
    public async Task<IActionResult> Retire(string code, bool retired, CancellationToken ct)
    {
        if (await db.RejectionReasons.FindAsync([code], ct) is not { } reason)
        {
            return NotFound();
        }

        reason.RetiredAt = retired ? clock.GetUtcNow() : null;
        return await SavedAsync(retired ? "reason.retire" : "reason.return", code, ct);
    }

    [HttpPost("/admin/reasons/{code}/delete")]
    public async Task<IActionResult> Delete(string code, CancellationToken ct)
    {
        if (await db.RejectionReasons.FindAsync([code], ct) is not { } reason)
        {
            return NotFound();
        }

        if (await db.AcrossTenants<Campaign>().AnyAsync(c => c.RejectionCode == code, ct))
        {
            return Redirect("/admin/reasons?done=in-use");
        }

        db.RejectionReasons.Remove(reason);
        return await SavedAsync("reason.delete", code, ct);
    }

    private async Task<IActionResult> SavedAsync(string action, string code, CancellationToken ct)
    {
        audit.Note(action, detail: code);
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/reasons");
    }
}

public sealed class ReasonForm
{
    [Required, StringLength(40), RegularExpression("[a-z0-9-]+", ErrorMessage = "admin.reason.code-shape")]
    public string Code { get; set; } = "";

    [Required, StringLength(4000)]
    public string Wording { get; set; } = "";

    public bool Hides { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool IsKnown { get; set; }
}

public sealed record ReasonLine(RejectionReason Reason, int Used);

public sealed record ReasonsView(IReadOnlyList<ReasonLine> Lines, bool RefusedDelete);
