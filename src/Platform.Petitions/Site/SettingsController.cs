using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Site;

/// <summary>What admins switch while the platform runs.</summary>
[AdminPage(PlatformRole.Admin)]
public sealed class SettingsController(PetitionsDb db, Audit audit) : Controller
{
    [HttpGet("/admin/settings")]
    public async Task<IActionResult> Edit(bool saved, CancellationToken ct)
    {
        var settings = await db.SiteSettings.SingleAsync(ct);
        return View("Settings", new SettingsForm
        {
            LiveBeforeReview = settings.LiveBeforeReview,
            CreationPaused = settings.CreationPaused,
            SigningPaused = settings.SigningPaused,
            Banner = settings.Banner,
            Saved = saved,
        });
    }

    [HttpPost("/admin/settings")]
    public async Task<IActionResult> Save(SettingsForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return View("Settings", form);
        }

        var settings = await db.SiteSettings.SingleAsync(ct);
        (settings.LiveBeforeReview, settings.CreationPaused, settings.SigningPaused) = (form.LiveBeforeReview, form.CreationPaused, form.SigningPaused);
        settings.Banner = CleanText.MultiLine(form.Banner) is { Length: > 0 } banner ? banner : null;
        audit.Note("site.settings", detail: $"live before review: {form.LiveBeforeReview}, creation paused: {form.CreationPaused}, signing paused: {form.SigningPaused}, banner: {settings.Banner is not null}");
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/settings?saved=true");
    }
}

public sealed class SettingsForm
{
    public bool LiveBeforeReview { get; set; }

    public bool CreationPaused { get; set; }

    public bool SigningPaused { get; set; }

    [StringLength(1000)]
    public string? Banner { get; set; }

    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public bool Saved { get; set; }
}
