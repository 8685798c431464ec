using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Petitions.Site;

/// <summary>What admins switch while the platform runs.</summary>
[AdminPage(PlatformRole.Admin)]
[AcrossTenants]
public sealed class SettingsController(PetitionsDb db, ThrowSwitches throwSwitches) : Controller
{
    [HttpGet("/admin/settings")]
    public async Task<IActionResult> Edit(bool saved, CancellationToken ct)
    {
        var settings = await db.SiteSettings.AsNoTracking().SingleAsync(ct);
        return View("Settings", new SettingsForm
        {
            LiveBeforeReview = settings.LiveBeforeReview,
            CreationPaused = settings.CreationPaused,
            SigningPaused = settings.SigningPaused,
            LiveOff = settings.LiveOff,
            StatisticsOff = settings.StatisticsOff,
            ReadOnly = settings.ReadOnly,
            Banner = settings.Banner,
            PausedSince = settings.PausedSince,
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

        await throwSwitches.RunAsync(
            settings =>
            {
                (settings.LiveBeforeReview, settings.CreationPaused, settings.SigningPaused) = (form.LiveBeforeReview, form.CreationPaused, form.SigningPaused);
                (settings.LiveOff, settings.StatisticsOff, settings.ReadOnly) = (form.LiveOff, form.StatisticsOff, form.ReadOnly);
                settings.Banner = CleanText.MultiLine(form.Banner) is { Length: > 0 } banner ? banner : null;
            },
            ct);
        return Redirect("/admin/settings?saved=true");
    }
}
