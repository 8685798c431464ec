using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Signing;
using Platform.Petitions.Site;

namespace Platform.Petitions.CoSponsors;

/// <summary>Where the secret link leads: the words for those who were asked to stand behind them, and the form.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
public sealed class CoSponsorController(
    CoSponsoring coSponsoring, JoinCoSponsors join, CampaignGate gate, CampaignViews pages, FormStamps stamps, JourneyCookies cookies,
    TenantContext tenant, Localiser texts, Catalogue catalogue, SiteSwitches switches) : Controller
{
    private const string Path = "/{org}/co-sponsor/{key:maxlength(64)}";
    private const string Stop = "stop";

    [HttpGet(Path)]
    public async Task<IActionResult> Show(string key, CancellationToken ct) =>
        await coSponsoring.FindAsync(key, ct) is { } campaign ? await AnswerAsync(campaign, key, new SignForm(), ct) : NotFound();

    [HttpPost(Path)]
    public async Task<IActionResult> Sign(string key, SignForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (await coSponsoring.FindAsync(key, ct) is not { } campaign || await gate.FindAsync(campaign.Id, ct) is not { } found)
        {
            return NotFound();
        }

        if (switches.SigningPaused)
        {
            Response.Headers.RetryAfter = "600";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return View("/Signing/Paused.cshtml", new PausedView(campaign.Title, $"{tenant.Root}/{campaign.Slug}", Sent: true));
        }

        texts.Language = catalogue.Find(form.Lang) ?? catalogue.Find(campaign.Language) ?? texts.Language;
        var verdict = stamps.Judge(form.Stamp, campaign.Id);
        if (await StageAsync(campaign, ct) != CoSponsorStage.Open || !ModelState.IsValid || verdict == StampVerdict.Stale || form.Step is "review" or "edit")
        {
            return await AnswerAsync(campaign, key, form, ct);
        }

        if (form.LacksStatement(found))
        {
            form.Step = Stop;
            return await AnswerAsync(campaign, key, form, ct);
        }

        form.Key = key;
        if (verdict == StampVerdict.Good && string.IsNullOrEmpty(form.Website))
        {
            switch (await join.RunAsync(form, found, texts.Language, HttpContext.Connection.RemoteIpAddress, ct))
            {
                case null:
                    Response.Headers.RetryAfter = "2";
                    return StatusCode(StatusCodes.Status503ServiceUnavailable);
                case SignAnswer.Closed:
                    return await AnswerAsync(campaign, key, form, ct);
                case SignAnswer.Recorded or SignAnswer.Known:
                    break;
            }
        }

        cookies.Put(HttpContext, JourneyCookies.Names.Sent, SentForm.Of(form, found, texts.Language.Code));
        return SeeOther($"{tenant.Root}/{campaign.Slug}/check");
    }

    private async Task<CoSponsorStage> StageAsync(Campaign campaign, CancellationToken ct) =>
        CoSponsorStages.Of(campaign, await coSponsoring.TakenAsync(campaign.Id, ct), await coSponsoring.MostAsync(ct));

    private async Task<IActionResult> AnswerAsync(Campaign campaign, string key, SignForm form, CancellationToken ct)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "same-origin";
        texts.Language = catalogue.Find(form.Lang) ?? catalogue.Find(campaign.Language) ?? texts.Language;
        var stage = await StageAsync(campaign, ct);
        switch (stage)
        {
            case CoSponsorStage.Gone:
                return NotFound();
            case CoSponsorStage.Elsewhere:
                return SeeOther($"{tenant.Root}/{campaign.Slug}");
            case CoSponsorStage.Full or CoSponsorStage.Paused:
                return View("Waiting", stage);
            case CoSponsorStage.Open:
                return await FormAsync(campaign, key, form, ct);
            default:
                throw new InvalidOperationException($"Unknown stage {stage}.");
        }
    }

    private async Task<IActionResult> FormAsync(Campaign campaign, string key, SignForm form, CancellationToken ct)
    {
        var page = await pages.BuildAsync(campaign, texts.Language, ct);
        var valid = ModelState.IsValid;
        form.Setting = new SignSetting($"{tenant.Root}/co-sponsor/{key}", page.OrganisationName, campaign.AsksPostcode, campaign.PublicNames, campaign.Country, "/about/privacy") { Eligibility = campaign.Eligibility, Language = campaign.Language };
        form.Stamp = stamps.Make(campaign.Id);
        form.Country = form.Country is { Length: 2 } ? form.Country : campaign.Country;
        var (reviewing, stopped) = (valid && form.Step == "review", form.Step == Stop);
        ModelState.Remove(nameof(SignForm.Stamp));
        ModelState.Remove(nameof(SignForm.Step));
        Response.StatusCode = valid && !stopped ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return reviewing || stopped
            ? View(stopped ? "/Signing/Stop.cshtml" : "/Signing/Review.cshtml", new SignPage(form, page.Title, form.Setting.Action))
            : View("Join", new CoSponsorView(page, form, await coSponsoring.CountAsync(campaign, ct), await coSponsoring.NeededAsync(ct)));
    }

    private static RedirectResult SeeOther(string path) => new(path, permanent: false, preserveMethod: false);
}

/// <param name="Page">The words, as the public may read them one day.</param>
public sealed record CoSponsorView(CampaignView Page, SignForm Form, int Count, int Needed);
