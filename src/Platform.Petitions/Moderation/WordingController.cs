using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Database;
using Platform.Petitions.Drafting;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Moderation;

/// <summary>Staff put the words right before publication. The organiser's own version stays, and the organiser is told.</summary>
[AdminPage]
[AcrossTenants]
public sealed class WordingController(PetitionsDb db, CampaignEntry entry, DatabaseClock clock, Audit audit, CurrentUser user) : Controller
{
    [HttpGet("/admin/campaigns/{id:guid}/wording")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is { } text ? View("Wording", new WordingForm { Campaign = id, Title = text.Title, Demand = text.Demand, Body = text.Body }) : NotFound();

    [HttpPost("/admin/campaigns/{id:guid}/wording")]
    public async Task<IActionResult> Save(Guid id, WordingForm? form, CancellationToken ct)
    {
        if (form is null || await FindAsync(id, ct) is not { } text)
        {
            return form is null ? BadRequest() : NotFound();
        }

        (form.Campaign, form.Title, form.Demand, form.Body) = (id, CleanText.SingleLine(form.Title), CleanText.MultiLine(form.Demand), CleanText.MultiLine(form.Body));
        DraftRules.Check(ModelState, nameof(form.Title), form.Title, "title", DraftRules.LongestTitle);
        DraftRules.Check(ModelState, nameof(form.Demand), form.Demand, "demand", DraftRules.LongestDemand);
        DraftRules.Check(ModelState, nameof(form.Body), form.Body, "body", DraftRules.LongestBody);
        if (!ModelState.IsValid)
        {
            return View("Wording", form);
        }

        var campaign = db.Campaigns.Local.Single();
        campaign.WriteAsStaff(text.Language, form.Title, form.Demand, form.Body, user.RequiredId, await clock.NowAsync(ct));
        audit.Note("campaign.wording", id);
        db.Outbox.Add(new OutboxMail(MailKind.CampaignEdited, campaign.TenantId, id, campaign.CreatedBy, "Edited"));
        await db.SaveChangesAsync(ct);
        return Redirect($"/admin/campaigns/{id}?done=edited");
    }

    /// <summary>The newest words of a campaign that waits; afterwards the organiser corrects and staff approve.</summary>
    private async Task<CampaignText?> FindAsync(Guid id, CancellationToken ct) =>
        await entry.EnterAsync(id, ct) is { Status: CampaignStatus.Submitted } campaign
            ? campaign.NewestIn(campaign.Language)
            : null;
}

public sealed class WordingForm
{
    [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
    public Guid Campaign { get; set; }

    public string? Title { get; set; }

    public string? Demand { get; set; }

    public string? Body { get; set; }
}
