using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;
using Platform.Petitions.Confirming;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.MySignatures;

/// <summary>What a signer may do with a signature, from the link in their mail: correct, show or hide, withdraw, stop mails.</summary>
[PublicPage]
[IgnoreAntiforgeryToken]
[SameOrigin]
public sealed class MySignatureController(
    CampaignGate gate, ConfirmSignature links, ChangeSignature change, TenantContext tenant, Localiser texts, Catalogue catalogue) : Controller
{
    [HttpGet("/{org}/{campaign}/mine/{token}")]
    public async Task<IActionResult> Mine(string campaign, string token, string? done, CancellationToken ct) =>
        await FindAsync(campaign, token, ct) is var (found, signature) ? View("Mine", Page(found, signature, token, done)) : Unknown(campaign);

    [HttpGet("/{org}/{campaign}/mine")]
    public IActionResult WithoutToken(string campaign) => Unknown(campaign);

    [HttpPost("/{org}/{campaign}/mine/{token}/name")]
    public async Task<IActionResult> CorrectName(string campaign, string token, string? name, CancellationToken ct)
    {
        if (await FindAsync(campaign, token, ct) is not var (found, signature))
        {
            return Unknown(campaign);
        }

        var clean = CleanText.SingleLine(name);
        var problem = SignForm.NameProblem(clean) ?? (await change.CorrectNameAsync(signature, clean, ct) ? null : "mine.name-taken");
        if (problem is null)
        {
            return Done(found, token, "name");
        }

        ModelState.Clear();
        ModelState.AddModelError("Name", problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Mine", Page(found, signature, token, null) with { Name = clean });
    }

    [HttpPost("/{org}/{campaign}/mine/{token}/shown")]
    public Task<IActionResult> Show(string campaign, string token, CancellationToken ct) => ActAsync(campaign, token, "shown", (s, c) => change.ShowAsync(s, true, c), ct);

    [HttpPost("/{org}/{campaign}/mine/{token}/hidden")]
    public Task<IActionResult> Hide(string campaign, string token, CancellationToken ct) => ActAsync(campaign, token, "hidden", (s, c) => change.ShowAsync(s, false, c), ct);

    [HttpPost("/{org}/{campaign}/mine/{token}/stopped")]
    public Task<IActionResult> Stop(string campaign, string token, CancellationToken ct) => ActAsync(campaign, token, "stopped", change.StopUpdatesAsync, ct);

    [HttpPost("/{org}/{campaign}/mine/{token}/withdrawn")]
    public Task<IActionResult> Withdraw(string campaign, string token, CancellationToken ct) => ActAsync(campaign, token, "withdrawn", change.WithdrawAsync, ct);

    private async Task<IActionResult> ActAsync(string campaign, string token, string done, Func<Signature, CancellationToken, Task> act, CancellationToken ct)
    {
        if (await FindAsync(campaign, token, ct) is not var (found, signature))
        {
            return Unknown(campaign);
        }

        await act(signature, ct);
        return Done(found, token, done);
    }

    private async Task<(GateCampaign Campaign, Signature Signature)?> FindAsync(string slug, string token, CancellationToken ct)
    {
        if (await gate.FindAsync(slug, ct) is not { } campaign || await links.FindAsync(campaign.Id, token, TokenPurpose.Manage, ct) is not { } proven)
        {
            return null;
        }

        texts.Language = catalogue.Find(proven.Signature.Language) ?? texts.Language;
        return (campaign, proven.Signature);
    }

    private MinePage Page(GateCampaign campaign, Signature signature, string token, string? done) => new(
        campaign.TitleIn(texts.Language.Code), $"{tenant.Root}/{campaign.Slug}", $"{tenant.Root}/{campaign.Slug}/mine/{token}", signature, campaign.PublicNames,
        campaign.Organisation, done is "name" or "shown" or "hidden" or "stopped" or "withdrawn" ? done : null) { Name = signature.Name };

    private RedirectResult Done(GateCampaign campaign, string token, string done) =>
        new($"{tenant.Root}/{campaign.Slug}/mine/{token}?done={done}", permanent: false, preserveMethod: false);

    private RedirectResult Unknown(string campaign) => new($"{tenant.Root}/{campaign}", permanent: false, preserveMethod: false);
}

public sealed record MinePage(string Title, string CampaignPath, string MinePath, Signature Signature, bool PublicNames, string Organisation, string? Done)
{
    public string Name { get; init; } = "";
}
