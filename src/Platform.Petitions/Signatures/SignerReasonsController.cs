using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;
using Platform.Petitions.Voices;

namespace Platform.Petitions.Signatures;

/// <summary>Why people signed, for the organiser, who may put up to three of them first on the page.</summary>
[OrganiserPage]
[Route("/{org}/desk/campaigns/{id:guid}/reasons")]
public sealed class SignerReasonsController(DraftDesk desk, VoiceLists voices, PinReason pin) : Controller
{
    private const int PageSize = 50;

    /// <param name="before">Signer number of the last one of the page before.</param>
    [HttpGet("")]
    public Task<IActionResult> List(Guid id, long? before, CancellationToken ct) => PageAsync(id, before, full: false, ct);

    [HttpPost("{signature:guid}/pin")]
    [NeedsRole(MemberRole.Editor)]
    public async Task<IActionResult> Pin(Guid id, Guid signature, bool pinned, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is null)
        {
            return NotFound();
        }

        return await pin.RunAsync(id, signature, pinned, ct) switch
        {
            PinAnswer.Done => LocalRedirect(desk.Address(id, "/reasons")),
            PinAnswer.Full => await PageAsync(id, before: null, full: true, ct),
            _ => NotFound(),
        };
    }

    private async Task<IActionResult> PageAsync(Guid id, long? before, bool full, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var pinned = (await voices.FirstAsync(id, campaign.PublicNames, ct)).Where(v => v.Pinned).ToList();
        var found = await voices.NewestAsync(id, campaign.PublicNames, before, PageSize + 1, ct);
        return View("/Signatures/Reasons.cshtml", new SignerReasonsView(campaign, pinned, [.. found.Take(PageSize).Where(v => !v.Pinned)], found.Count > PageSize ? found[PageSize - 1].Number : null, full));
    }
}

/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Full">A fourth was to be pinned.</param>
public sealed record SignerReasonsView(Campaign Campaign, IReadOnlyList<SignerVoice> Pinned, IReadOnlyList<SignerVoice> Others, long? Next, bool Full);
