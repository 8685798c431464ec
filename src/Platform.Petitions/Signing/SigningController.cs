using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Site;

namespace Platform.Petitions.Signing;

/// <summary>The hot path: the form, and what happens to it.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
public sealed class SigningController(
    CampaignGate gate, SignCampaign sign, FormStamps stamps, JourneyCookies cookies, TenantContext tenant, Localiser texts, Catalogue catalogue, TimeProvider clock,
    SiteSwitches switches)
    : Controller
{
    [HttpGet("/{org}/{campaign}/sign")]
    public async Task<IActionResult> Form(string campaign, string? lang, CancellationToken ct)
    {
        if (switches.SigningPaused)
        {
            return await PausedAsync(campaign, lang, sent: false, ct);
        }

        if (await OpenAsync(campaign, lang, ct) is not { } open)
        {
            return ToCampaign(campaign);
        }

        var known = cookies.Read<SentForm>(HttpContext, JourneyCookies.Names.Sent);
        var form = new SignForm { Lang = texts.Language.Code, Name = known?.Name, Email = known?.Email, Country = known?.Country, Postcode = known?.Postcode };
        return View("Sign", Page(form, open) with { Known = known is not null });
    }

    /// <summary>"That is not me": the browser forgets who signed here last.</summary>
    [HttpPost("/{org}/{campaign}/sign/forget")]
    public IActionResult Forget(string campaign)
    {
        cookies.Forget(HttpContext);
        return SeeOther($"{tenant.Root}/{campaign}/sign");
    }

    [HttpPost("/{org}/{campaign}/sign")]
    public async Task<IActionResult> Sign(string campaign, SignForm? form, CancellationToken ct)
    {
        if (form is null)
        {
            return BadRequest();
        }

        if (switches.SigningPaused)
        {
            return await PausedAsync(campaign, form.Lang, sent: true, ct);
        }

        if (await OpenAsync(campaign, form.Lang, ct) is not { } open)
        {
            return ToCampaign(campaign);
        }

        form.From ??= SignForm.SourceOfReferer(Request.Headers.Referer);
        var verdict = stamps.Judge(form.Stamp, open.Id);
        var valid = ModelState.IsValid;
        if (verdict == StampVerdict.Stale || form.IsOlderThanChallenge(open, clock.GetUtcNow()) || !valid || form.Step is "review" or "edit")
        {
            Response.StatusCode = valid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            return View(valid && form.Step == "review" && verdict != StampVerdict.Stale && !form.IsOlderThanChallenge(open, clock.GetUtcNow()) ? "Review" : "Sign", Page(form, open));
        }

        if (form.LacksStatement(open))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Stop", Page(form, open));
        }

        if (verdict == StampVerdict.Good && string.IsNullOrEmpty(form.Website))
        {
            switch (await sign.RunAsync(form, open, texts.Language, HttpContext.Connection.RemoteIpAddress))
            {
                case null:
                    Response.Headers.RetryAfter = "2";
                    return StatusCode(StatusCodes.Status503ServiceUnavailable);
                case SignAnswer.Closed:
                    return ToCampaign(campaign);
                case SignAnswer.Recorded or SignAnswer.Known:
                    break;
            }
        }

        // A program that filled the hidden field sees the same: it learns nothing, and nothing was written.
        cookies.Put(HttpContext, JourneyCookies.Names.Sent, SentForm.Of(form, open, texts.Language.Code));
        return SeeOther($"{tenant.Root}/{campaign}/check");
    }

    private async Task<GateCampaign?> OpenAsync(string slug, string? lang, CancellationToken ct)
    {
        var campaign = await gate.FindAsync(slug, ct);
        if (campaign is null || !campaign.IsOpen(clock.GetUtcNow()))
        {
            return null;
        }

        texts.Language = catalogue.Find(lang) ?? catalogue.Find(campaign.Language) ?? texts.Language;
        return campaign;
    }

    private async Task<IActionResult> PausedAsync(string slug, string? lang, bool sent, CancellationToken ct)
    {
        if (await gate.FindAsync(slug, ct) is not { Status: CampaignStatus.Published } campaign)
        {
            return ToCampaign(slug);
        }

        texts.Language = catalogue.Find(lang) ?? catalogue.Find(campaign.Language) ?? texts.Language;
        (Response.StatusCode, Response.Headers.RetryAfter) = (StatusCodes.Status503ServiceUnavailable, "600");
        return View("Paused", new PausedView(campaign.TitleIn(texts.Language.Code), $"{tenant.Root}/{campaign.Slug}", sent));
    }

    private SignPage Page(SignForm form, GateCampaign campaign)
    {
        form.Setting = SignSettings.Of(campaign, tenant.Root, clock.GetUtcNow());
        form.Stamp = stamps.Make(campaign.Id);
        form.Wording = form.Wording > 0 ? form.Wording : campaign.WordingIn(texts.Language.Code);
        form.Country = form.Country is { Length: 2 } ? form.Country : campaign.Country;
        ModelState.Remove(nameof(SignForm.Stamp));
        ModelState.Remove(nameof(SignForm.Step));
        return new SignPage(form, campaign.TitleIn(texts.Language.Code), $"{tenant.Root}/{campaign.Slug}");
    }

    private RedirectResult ToCampaign(string slug) => SeeOther($"{tenant.Root}/{slug}");

    private static RedirectResult SeeOther(string path) => new(path, permanent: false, preserveMethod: false);
}

/// <summary>A page around the form: for errors, for the review, and for who comes straight here.</summary>
public sealed record SignPage(SignForm Form, string Title, string CampaignPath)
{
    /// <summary>Somebody signed with this browser a short while ago, and the form is filled in for them. What they agreed to then is asked again.</summary>
    public bool Known { get; init; }
}

/// <summary>Signing rests.</summary>
/// <param name="Sent">Somebody filled in the form; nothing of it was kept.</param>
public sealed record PausedView(string Title, string CampaignPath, bool Sent);
