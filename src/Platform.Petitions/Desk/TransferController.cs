using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.Desk;

/// <summary>Handing a campaign to another member: who answers for it and gets its mails.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/campaigns/{id:guid}/transfer")]
public sealed class TransferController(PetitionsDb db, DraftDesk desk, HandOver handOver) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(Guid id, CancellationToken ct) =>
        await desk.Drafts.FindAsync(id, ct) is { } campaign ? await PageAsync(campaign, ct) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Hand(Guid id, Guid? member, CancellationToken ct)
    {
        if (await desk.Drafts.FindAsync(id, ct) is not { } campaign)
        {
            return NotFound();
        }

        var name = await Members().Where(m => m.UserId == member).Select(m => m.User.Name).SingleOrDefaultAsync(ct);
        if (name is null || member is not { } user)
        {
            ModelState.AddModelError("member", "error.choose");
            return await PageAsync(campaign, ct);
        }

        handOver.Give(campaign, user, name);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(desk.Address(id));
    }

    /// <summary>Viewers cannot answer for a campaign.</summary>
    private IQueryable<Organisations.Membership> Members() => db.Memberships.Where(m => m.Role >= MemberRole.Editor && m.User.SuspendedAt == null);

    private async Task<IActionResult> PageAsync(Campaign campaign, CancellationToken ct)
    {
        var members = await Members().OrderBy(m => m.User.Name).Select(m => new TransferMember(m.UserId, m.User.Name)).ToListAsync(ct);
        return View("/Desk/Transfer.cshtml", new TransferView(campaign, members));
    }
}

public sealed record TransferView(Campaign Campaign, IReadOnlyList<TransferMember> Members);

public sealed record TransferMember(Guid Id, string Name);
