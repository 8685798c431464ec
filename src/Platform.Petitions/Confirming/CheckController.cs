using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Confirming;

/// <summary>"One more step": names the address, takes the 6-digit code, sends again, changes the address.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
public sealed class CheckController(
    CampaignGate gate, SignCampaign sign, ConfirmSignature confirm, Fingerprints fingerprints, JourneyCookies cookies, TenantContext tenant, Localiser texts, Catalogue catalogue, TimeProvider clock)
    : Controller
{
    [HttpGet("/{org}/{campaign}/check")]
    public async Task<IActionResult> Check(string campaign, CancellationToken ct) =>
        await FindAsync(campaign, ct) is var (found, sent) ? View("Check", Page(found, sent)) : ToCampaign(campaign);

    [HttpPost("/{org}/{campaign}/code")]
    public async Task<IActionResult> Code(string campaign, string? code, CancellationToken ct)
    {
        if (await FindAsync(campaign, ct) is not var (found, sent))
        {
            return ToCampaign(campaign);
        }

        var digits = string.Concat((code ?? "").Where(char.IsDigit).Select(d => (char)('0' + char.GetNumericValue(d))));
        var answer = await confirm.ByCodeAsync(found.Id, fingerprints.Of(EmailAddress.Parse(sent.Email)!), SignForm.NameKey(sent.Name), digits, ct);
        switch (answer)
        {
            case CodeAnswer.Right(var outcome):
                cookies.Put(HttpContext, JourneyCookies.Names.Signed, SignedForm.Of(found.Id, outcome));
                return SeeOther(outcome is SignedOutcome.TooLate ? $"{tenant.Root}/{campaign}" : $"{tenant.Root}/{campaign}/{(found.HasPublicWords ? "signed" : "joined")}");
            case CodeAnswer.Locked:
                ModelState.AddModelError("Code", "confirming.code-locked");
                break;
            case CodeAnswer.Wrong:
                ModelState.AddModelError("Code", digits.Length == 6 ? "confirming.code-wrong" : "confirming.code-length");
                break;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Check", Page(found, sent));
    }

    /// <summary>The mail again, or to another address: both are the form once more, so both are answered alike.</summary>
    [HttpPost("/{org}/{campaign}/again")]
    public async Task<IActionResult> Again(string campaign, string? email, CancellationToken ct)
    {
        if (await FindAsync(campaign, ct) is not var (found, sent))
        {
            return ToCampaign(campaign);
        }

        var form = new SignForm
        {
            Name = sent.Name, Email = email ?? sent.Email, Country = sent.Country, Postcode = sent.Postcode,
            ShowName = sent.ShowName, WantsUpdates = sent.WantsUpdates, Lang = sent.Lang, From = sent.From, Key = sent.Key,
        };
        form.Clean();
        if (EmailAddress.Parse(form.Email) is null)
        {
            ModelState.Clear();
            ModelState.AddModelError("Email", "error.email");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Check", Page(found, sent) with { Email = form.Email! });
        }

        if (await sign.RunAsync(form, found, texts.Language, HttpContext.Connection.RemoteIpAddress) is SignAnswer.Closed)
        {
            return ToCampaign(campaign);
        }

        cookies.Put(HttpContext, JourneyCookies.Names.Sent, sent with { Email = form.Email! });
        return SeeOther($"{tenant.Root}/{campaign}/check?again=1");
    }

    private async Task<(GateCampaign Campaign, SentForm Sent)?> FindAsync(string slug, CancellationToken ct)
    {
        var campaign = await gate.FindAsync(slug, ct);
        if (campaign is null || cookies.Read<SentForm>(HttpContext, JourneyCookies.Names.Sent) is not { } sent || sent.Campaign != campaign.Id)
        {
            return null;
        }

        texts.Language = catalogue.Find(sent.Lang) ?? texts.Language;
        return (campaign, sent);
    }

    private CheckPage Page(GateCampaign campaign, SentForm sent) => new(
        campaign.TitleIn(texts.Language.Code), $"{tenant.Root}/{campaign.Slug}", sent.Email, MailProviders.InboxOf(sent.Email),
        SentAgain: Request.Query.ContainsKey("again"), StillOpen: sent.Key is not null || campaign.IsOpen(clock.GetUtcNow()));

    private RedirectResult ToCampaign(string slug) => SeeOther($"{tenant.Root}/{slug}");

    private static RedirectResult SeeOther(string path) => new(path, permanent: false, preserveMethod: false);
}

public sealed record CheckPage(string Title, string CampaignPath, string Email, MailProvider? Inbox, bool SentAgain, bool StillOpen)
{
    /// <summary>What the code field is bound to; never shown again.</summary>
    public string? Code { get; init; }
}
