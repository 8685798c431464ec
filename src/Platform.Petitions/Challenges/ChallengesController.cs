using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Challenges;

/// <summary>Which campaigns ask for a calculation just now; staff begin and end it by hand.</summary>
[AdminPage(PlatformRole.Admin)]
[AcrossTenants]
public sealed class ChallengesController(PetitionsDb db, CampaignEntry entry, CampaignChanges changes, DatabaseClock clock, Audit audit) : Controller
{
    [HttpGet("/admin/abuse/challenges")]
    public async Task<IActionResult> Show(CancellationToken ct) => View("Challenges", await PageAsync(new ChallengeForm(), ct));

    [HttpPost("/admin/abuse/challenges")]
    public async Task<IActionResult> Begin(ChallengeForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        var id = await db.AcrossTenants<Campaign>().Where(c => c.Reference == form.Reference && c.Status == CampaignStatus.Published).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
        if (ModelState.IsValid && id is null)
        {
            ModelState.AddModelError(nameof(form.Reference), "admin.challenges.unknown");
        }

        if (!ModelState.IsValid || id is not { } found)
        {
            Response.StatusCode = 422;
            return View("Challenges", await PageAsync(form, ct));
        }

        return await SetAsync(found, await clock.NowAsync(ct) + TimeSpan.FromHours(form.Hours!.Value), "campaign.challenge", $"{form.Hours} hours", ct);
    }

    [HttpPost("/admin/abuse/challenges/{campaign:guid}/end")]
    public Task<IActionResult> End(Guid campaign, CancellationToken ct) => SetAsync(campaign, null, "campaign.challenge-end", null, ct);

    private async Task<IActionResult> SetAsync(Guid id, DateTimeOffset? until, string action, string? detail, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        campaign.Challenge(until);
        audit.Note(action, id, detail);
        await db.SaveChangesAsync(ct);
        changes.Mark(id);
        return Redirect("/admin/abuse/challenges");
    }

    private async Task<ChallengesPage> PageAsync(ChallengeForm form, CancellationToken ct)
    {
        var now = await clock.NowAsync(ct);
        var lines = await db.AcrossTenants<Campaign>().AsNoTracking().Where(c => c.Status == CampaignStatus.Published && c.ChallengedUntil > now).Titled()
            .OrderBy(t => t.Campaign.ChallengedUntil)
            .Select(t => new ChallengeLine(t.Campaign.Id, t.Campaign.Reference, t.Title, t.Campaign.ChallengedUntil!.Value))
            .ToListAsync(ct);
        return new ChallengesPage(form, lines, now);
    }
}

public sealed record ChallengesPage(ChallengeForm Form, IReadOnlyList<ChallengeLine> Lines, DateTimeOffset Now);

public sealed record ChallengeLine(Guid Id, int Reference, string Title, DateTimeOffset Until);

public sealed record ChallengeForm
{
    private const int Longest = 72;

    /// <summary>The campaign's number.</summary>
    [Required]
    public int? Reference { get; init; }

    [Required, Range(1, Longest)]
    public int? Hours { get; init; } = 2;
}
