using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Confirming;
using Platform.Petitions.Signing;

namespace Platform.Petitions.MySignatures;

/// <summary>Stopping mails, and "it was not me". Mail programs POST here without a browser (RFC 8058), so nothing but the token is asked.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
public sealed class StopMailsController(
    CampaignGate gate, ConfirmSignature links, ChangeSignature change, TenantContext tenant, Localiser texts, Catalogue catalogue) : Controller
{
    [HttpGet("/{org}/{campaign}/stop/{token}")]
    public Task<IActionResult> Stop(string campaign, string token, CancellationToken ct) => ShowAsync("Stop", campaign, token, TokenPurpose.StopMails, ct);

    /// <param name="scope">"all" stops mails of the whole platform; anything else, also nothing, those of this campaign.</param>
    [HttpPost("/{org}/{campaign}/stop/{token}")]
    public async Task<IActionResult> StopNow(string campaign, string token, [FromForm] string? scope, CancellationToken ct)
    {
        if (await FindAsync(campaign, token, TokenPurpose.StopMails, ct) is var (_, proven))
        {
            await (scope == "all" ? change.StopAllAsync(proven.Signature, ct) : change.StopUpdatesAsync(proven.Signature, ct));
        }

        return await ShowAsync("Stopped", campaign, token, TokenPurpose.StopMails, ct);
    }

    [HttpGet("/{org}/{campaign}/not-me/{token}")]
    public Task<IActionResult> NotMe(string campaign, string token, CancellationToken ct) => ShowAsync("NotMe", campaign, token, TokenPurpose.Disown, ct);

    [HttpPost("/{org}/{campaign}/not-me/{token}")]
    public async Task<IActionResult> NotMeNow(string campaign, string token, CancellationToken ct)
    {
        if (await FindAsync(campaign, token, TokenPurpose.Disown, ct) is var (_, proven))
        {
            await change.DisownAsync(proven.Signature, ct);
        }

        return await ShowAsync("Disowned", campaign, token, TokenPurpose.Disown, ct);
    }

    [HttpGet("/{org}/{campaign}/stop")]
    [HttpGet("/{org}/{campaign}/not-me")]
    public IActionResult WithoutToken(string campaign) => ToCampaign(campaign);

    private async Task<IActionResult> ShowAsync(string view, string campaign, string token, TokenPurpose purpose, CancellationToken ct) =>
        await FindAsync(campaign, token, purpose, ct) is var (found, _)
            ? View(view, new ConfirmPage(found.TitleIn(texts.Language.Code), $"{tenant.Root}/{found.Slug}", token, found.Organisation))
            : ToCampaign(campaign);

    private async Task<(GateCampaign Campaign, ProvenSignature Proven)?> FindAsync(string slug, string token, TokenPurpose purpose, CancellationToken ct)
    {
        if (await gate.FindAsync(slug, ct) is not { } campaign || await links.FindAsync(campaign.Id, token, purpose, ct) is not { } proven)
        {
            return null;
        }

        texts.Language = catalogue.Find(proven.Signature.Language) ?? texts.Language;
        return (campaign, proven);
    }

    private RedirectResult ToCampaign(string campaign) => new($"{tenant.Root}/{campaign}", permanent: false, preserveMethod: false);
}
