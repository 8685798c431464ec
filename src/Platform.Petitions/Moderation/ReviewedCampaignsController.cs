using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Moderation;

/// <summary>All campaigns of all organisations, for staff.</summary>
[AdminPage]
[AcrossTenants]
public sealed class ReviewedCampaignsController(
    CampaignSearch search, CampaignEntry entry, CampaignFiles files, Audit audit, PetitionsDb db, TimeProvider clock, Localiser localiser,
    CampaignViews pages, Catalogue catalogue) : Controller
{
    private static readonly HashSet<string> Notices = ["saved", "not-saved", "undone", "too-late", "refused", "edited"];

    [HttpGet("/admin/campaigns")]
    public async Task<IActionResult> Index(string? q, CampaignFilter filter, int page, CancellationToken ct)
    {
        var asked = filter with { Query = CleanText.SingleLine(q) };
        if (CampaignSearch.ReferenceIn(q) is { } reference && await search.FindByReferenceAsync(reference, ct) is { } found)
        {
            return Redirect($"/admin/campaigns/{found}");
        }

        page = Math.Clamp(page, 1, 100_000);
        var total = await search.CountAsync(asked, ct);
        return View("Campaigns", new CampaignsView(
            asked,
            await search.PageAsync(asked, page, ct),
            await search.NumbersAsync(asked, ct),
            page,
            (total + CampaignSearch.PageSize - 1) / CampaignSearch.PageSize));
    }

    [HttpGet("/admin/campaigns.csv")]
    public async Task Csv(string? q, CampaignFilter filter, CancellationToken ct)
    {
        audit.Note("campaigns.export");
        await db.SaveChangesAsync(ct);
        var name = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"petitions-{name}.csv\"";
        await using var file = new StreamWriter(Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvLine.Of("reference", "title", "organisation", "status", "hidden", "mark", "topic", "created", "submitted", "published", "closes").AsMemory(), ct);
        await foreach (var line in search.All(filter with { Query = CleanText.SingleLine(q) }).WithCancellation(ct))
        {
            var text = CsvLine.Of(
                line.Reference, line.Title, line.Organisation, line.Status, line.Hidden, line.Mark, line.Topic, line.CreatedAt, line.SubmittedAt, line.PublishedAt, line.ClosesAt);
            await file.WriteAsync(text.AsMemory(), ct);
        }
    }

    [HttpGet("/admin/campaigns/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, string? done, CancellationToken ct)
    {
        if (await entry.EnterAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var notice = done is not null && Notices.Contains(done) ? new DeskNotice(localiser["admin.done." + done], IsProblem: done is "not-saved" or "too-late" or "refused") : null;
        return View("Campaign", new CampaignFileView(await files.LoadAsync(campaign, ct), new DecisionForm(), notice));
    }

    /// <summary>The public page as it will look, with the newest words.</summary>
    [HttpGet("/admin/campaigns/{id:guid}/preview")]
    public async Task<IActionResult> Preview(Guid id, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        return await entry.EnterAsync(id, ct) is { } campaign
            ? View("/CampaignPage/Campaign.cshtml", await pages.BuildAsync(campaign, catalogue.Find(campaign.Language) ?? catalogue.Default, ct))
            : NotFound();
    }
}

public sealed record CampaignsView(
    CampaignFilter Filter, IReadOnlyList<CampaignLine> Lines, IReadOnlyDictionary<Campaigns.CampaignStatus, int> Numbers, int Page, int Pages);
