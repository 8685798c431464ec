using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Moderation;

/// <summary>Corrections to public wordings and translations of them: what is new, and yes or no. The petition stays public meanwhile.</summary>
[AdminPage]
[AcrossTenants]
public sealed class CorrectionsController(PetitionsDb db, Corrections corrections, CampaignEntry entry, CampaignChanges changes, DatabaseClock clock, Audit audit, CurrentUser user) : Controller
{
    private const int LongestReason = 1000;

    [HttpGet("/admin/corrections")]
    public async Task<IActionResult> Index(CancellationToken ct) => View("Corrections", await corrections.ListAsync(ct));

    [HttpGet("/admin/corrections/{id:guid}/{language}/{version:int}")]
    public async Task<IActionResult> Show(Guid id, string language, int version, CancellationToken ct) =>
        await FindAsync(id, language, version, ct) is var (campaign, text)
            ? View("Correction", CorrectionView.Of(campaign, text))
            : NotFound();

    [HttpPost("/admin/corrections/{id:guid}/{language}/{version:int}/approve")]
    public async Task<IActionResult> Approve(Guid id, string language, int version, string? seen, CancellationToken ct)
    {
        if (await FindAsync(id, language, version, ct) is not var (campaign, text))
        {
            return NotFound();
        }

        if (seen != CorrectionView.SeenOf(text))
        {
            ModelState.AddModelError(nameof(seen), "admin.correction.changed");
            return View("Correction", CorrectionView.Of(campaign, text));
        }

        campaign.ApproveText(text, user.RequiredId, await clock.NowAsync(ct));
        db.Timeline.Add(campaign.IsTranslation(text)
            ? new TimelineEntry { CampaignId = id, Kind = "translation", Number = version, Note = TextDirections.NativeName(language) }
            : new TimelineEntry { CampaignId = id, Kind = "correction", Number = version });
        Tell(campaign, "campaign.correction-approved", CampaignEditedMail.Approved, version, null);
        await db.SaveChangesAsync(ct);
        changes.Mark(id);
        return Redirect("/admin/corrections");
    }

    [HttpPost("/admin/corrections/{id:guid}/{language}/{version:int}/refuse")]
    public async Task<IActionResult> Refuse(Guid id, string language, int version, string? reason, CancellationToken ct)
    {
        if (await FindAsync(id, language, version, ct) is not var (campaign, text))
        {
            return NotFound();
        }

        var words = CleanText.MultiLine(reason);
        if (words.Length is 0 or > LongestReason)
        {
            ModelState.AddModelError(nameof(reason), "error.required");
            return View("Correction", CorrectionView.Of(campaign, text));
        }

        text.Refuse(words, await clock.NowAsync(ct));
        Tell(campaign, "campaign.correction-refused", CampaignEditedMail.Refused, version, words);
        await db.SaveChangesAsync(ct);
        return Redirect("/admin/corrections");
    }

    private async Task<(Campaign, CampaignText)?> FindAsync(Guid id, string language, int version, CancellationToken ct) =>
        await entry.EnterAsync(id, ct) is { } campaign && campaign.WaitingTexts.SingleOrDefault(t => t.Language == language && t.Version == version) is { } text
            ? (campaign, text)
            : null;

    private void Tell(Campaign campaign, string action, string kind, int version, string? words)
    {
        audit.Note(action, campaign.Id, words is null ? $"version {version}" : $"version {version}: {words}");
        db.Outbox.Add(new OutboxMail(MailKind.CampaignEdited, campaign.TenantId, campaign.Id, campaign.CreatedBy, string.Create(CultureInfo.InvariantCulture, $"{kind} {version}")));
    }
}
