using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;

namespace Platform.Petitions.Updates;

/// <summary>A draft is thrown away; what was published is taken back, and its number and address say so.</summary>
[OrganiserPage(MemberRole.Editor)]
[Route("/{org}/desk/campaigns/{id:guid}/updates/{update:guid}/removal")]
public sealed class UpdateRemovalController(UpdateDesk desk, ChangeUpdate change) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(Guid id, Guid update, CancellationToken ct) => await desk.FindAsync(id, update, ct) switch
    {
        null => NotFound(),
        (_, { IsDraft: false, IsStanding: false }) => LocalRedirect(desk.Address(id)),
        var (campaign, found) => View("/Updates/Removal.cshtml", new UpdateWriting(campaign, found)),
    };

    [HttpPost("")]
    public async Task<IActionResult> Remove(Guid id, Guid update, CancellationToken ct)
    {
        if (await desk.FindAsync(id, update, ct) is not var (_, found))
        {
            return NotFound();
        }

        if (found.IsDraft)
        {
            await desk.DiscardAsync(found, ct);
        }
        else if (found.IsStanding)
        {
            await change.TakeBackAsync(found, ct);
        }

        return LocalRedirect(desk.Address(id));
    }
}
