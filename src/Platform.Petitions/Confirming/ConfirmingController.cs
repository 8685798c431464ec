using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Confirming;

/// <summary>The link in the mail. Opening it changes nothing: a person presses the button, a mail scanner does not.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
public sealed class ConfirmingController(
    CampaignGate gate, ConfirmSignature confirm, SendAgain again, JourneyCookies cookies, OtherCampaigns others, TenantContext tenant, Localiser texts, Catalogue catalogue) : Controller
{
    [HttpGet("/{org}/{campaign}/confirm/{token}")]
    public async Task<IActionResult> Confirm(string campaign, string token, CancellationToken ct) => await FindAsync(campaign, token, ct) switch
    {
        (null, _) => NotFound(),
        ({ HasPublicWords: false }, null) => NotFound(),
        ({ } found, null) => View("Unknown", new ConfirmPage(found.TitleIn(texts.Language.Code), PathOf(found), token, "")),
        ({ } found, { } proven) => View(proven.Expired ? "Expired" : "Confirm", new ConfirmPage(found.TitleIn(texts.Language.Code), PathOf(found), token, proven.Signature.Name)),
    };

    [HttpGet("/{org}/{campaign}/confirm")]
    public IActionResult WithoutToken(string campaign) => SeeOther($"{tenant.Root}/{campaign}");

    [HttpPost("/{org}/{campaign}/confirm/{token}")]
    public async Task<IActionResult> Press(string campaign, string token, CancellationToken ct)
    {
        if (await FindAsync(campaign, token, ct) is not ({ } found, { } proven))
        {
            return await Confirm(campaign, token, ct);
        }

        var page = new ConfirmPage(found.TitleIn(texts.Language.Code), PathOf(found), token, proven.Signature.Name);
        if (proven.Expired && proven.Signature.State == SignatureState.Pending)
        {
            return View("Expired", page);
        }

        switch (await confirm.ByLinkAsync(proven.Signature))
        {
            case SignedOutcome.Counted counted:
                cookies.Put(HttpContext, JourneyCookies.Names.Signed, SignedForm.Of(found.Id, counted) with { Lang = proven.Signature.Language });
                return SeeOther($"{PathOf(found)}/{(found.HasPublicWords ? "signed" : "joined")}");
            case SignedOutcome.TooLate:
                return View("TooLate", page);
            case SignedOutcome.Gone:
                return View("Gone", page);
            default:
                throw new InvalidOperationException("An outcome without a page.");
        }
    }

    [HttpPost("/{org}/{campaign}/confirm/{token}/again")]
    public async Task<IActionResult> Again(string campaign, string token, CancellationToken ct)
    {
        if (await FindAsync(campaign, token, ct) is not ({ } found, { } proven))
        {
            return await Confirm(campaign, token, ct);
        }

        await again.RunAsync(proven.Signature, ct);
        return View("SentAgain", new ConfirmPage(found.TitleIn(texts.Language.Code), PathOf(found), token, proven.Signature.Name));
    }

    /// <summary>The thanks page, for the browser that confirmed.</summary>
    [HttpGet("/{org}/{campaign}/signed")]
    public async Task<IActionResult> Signed(string campaign, CancellationToken ct)
    {
        var found = await gate.FindAsync(campaign, ct);
        if (found is null || cookies.Read<SignedForm>(HttpContext, JourneyCookies.Names.Signed) is not { } signed || signed.Campaign != found.Id || signed.Number is null)
        {
            return SeeOther($"{tenant.Root}/{campaign}");
        }

        Speak(signed.Lang ?? cookies.Read<SentForm>(HttpContext, JourneyCookies.Names.Sent)?.Lang ?? found.Language);
        return View("Signed", SignedPage.Of(found, PathOf(found), signed, texts.Language.Code, HttpContext.RequestServices) with
        {
            Others = await others.BesidesAsync(found.Id, texts.Language.Code, tenant.Root, ct),
        });
    }

    [HttpGet("/{org}/{campaign}/joined")]
    public async Task<IActionResult> Joined(string campaign, CancellationToken ct) =>
        await gate.FindAsync(campaign, ct) is { } found && cookies.Read<SignedForm>(HttpContext, JourneyCookies.Names.Signed) is { } signed && signed.Campaign == found.Id
            ? View("Joined", new ConfirmPage(found.TitleIn(texts.Language.Code), PathOf(found), "", signed.Name ?? ""))
            : SeeOther($"{tenant.Root}/{campaign}");

    private async Task<(GateCampaign? Campaign, ProvenSignature? Proven)> FindAsync(string slug, string token, CancellationToken ct)
    {
        if (await gate.FindAsync(slug, ct) is not { } campaign)
        {
            return (null, null);
        }

        var proven = await confirm.FindAsync(campaign.Id, token, TokenPurpose.Confirm, ct);
        Speak(proven?.Signature.Language ?? campaign.Language);
        return (campaign, proven);
    }

    private void Speak(string language) => texts.Language = catalogue.Find(language) ?? texts.Language;

    private string PathOf(GateCampaign campaign) => $"{tenant.Root}/{campaign.Slug}";

    private static RedirectResult SeeOther(string path) => new(path, permanent: false, preserveMethod: false);
}

public sealed record ConfirmPage(string Title, string CampaignPath, string Token, string Name);
