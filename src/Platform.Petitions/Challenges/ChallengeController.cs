using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Challenges;

/// <summary>Gives an open form its task. Each one is another, so the kept page cannot carry it.</summary>
[PublicPage]
public sealed class ChallengeController(CampaignGate gate, ChallengeBook book, TimeProvider clock) : Controller
{
    [HttpGet("/{org}/{campaign}/challenge")]
    public async Task<IActionResult> Give(string campaign, CancellationToken ct) =>
        await gate.FindAsync(campaign, ct) is { } found && found.IsOpen(clock.GetUtcNow()) ? Json(book.Make(found.Id)) : NotFound();
}
