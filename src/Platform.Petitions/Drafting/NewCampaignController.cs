using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Moderation;
using Platform.Petitions.Organisations;
using Platform.Petitions.Site;

namespace Platform.Petitions.Drafting;

/// <summary>The first question. Its answer becomes a draft; before that there is nothing to keep.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/new")]
public sealed class NewCampaignController(
    PetitionsDb db, StartCampaign start, AlikeCampaigns alike, DraftDesk desk, SiteSwitches switches, Senders senders, CurrentUser user) : Controller
{
    // Over all organisations: who begins more than this within minutes is a program.
    private const int MostAtOnce = 10;

    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken ct) =>
        switches.CreationPaused ? View("/Drafting/Paused.cshtml") : Page(new TitleForm { Language = (await OrganisationAsync(ct)).Language });

    [HttpPost("")]
    public async Task<IActionResult> Start(TitleForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (switches.CreationPaused)
        {
            return View("/Drafting/Paused.cshtml");
        }

        DraftRules.Check(ModelState, nameof(form.Title), form.Title = CleanText.SingleLine(form.Title), "title", DraftRules.LongestTitle);
        if (!PetitionLanguages.IsKnown(form.Language))
        {
            ModelState.AddModelError(nameof(form.Language), "error.choose");
        }

        if (ModelState.IsValid && !senders.Allows("campaign", user.RequiredId.ToByteArray(), MostAtOnce))
        {
            ModelState.AddModelError(nameof(form.Title), "desk.too-many-begun");
        }

        if (!ModelState.IsValid)
        {
            return Page(form);
        }

        if (!form.Anyway && await alike.ToAsync(form.Title, ct) is { Count: > 0 } others)
        {
            ViewData["Alike"] = others;
            return Page(form);
        }

        var campaign = await start.RunAsync(user.RequiredId, form.Title, form.Language!, await UsualZoneAsync(ct), ct);
        return LocalRedirect(desk.Address(campaign.Id, "/edit/" + DraftStep.DecisionMakers));
    }

    private ViewResult Page(TitleForm form)
    {
        ViewData["Step"] = DraftStep.Title;
        return View("/Drafting/title.cshtml", form);
    }

    private Task<Organisation> OrganisationAsync(CancellationToken ct) => db.Organisations.SingleAsync(o => o.Id == db.CurrentTenantId, ct);

    /// <summary>Dates are said in the zone the organisation used last.</summary>
    private async Task<string> UsualZoneAsync(CancellationToken ct) =>
        await db.Campaigns.OrderByDescending(c => c.CreatedAt).Select(c => c.TimeZone).FirstOrDefaultAsync(ct) ?? "UTC";
}
