using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Organisations;

/// <summary>Somebody's organisations. With exactly one there is nothing to choose.</summary>
[OrganiserPage]
[AcrossTenants]
public sealed class DeskController(PetitionsDb db, InvitationTokens tokens, DatabaseClock clock, CurrentUser me) : Controller
{
    /// <param name="all">Shows the list also when there is one.</param>
    /// <param name="start">A petition is to be started: each organisation leads to its form.</param>
    [HttpGet("/desk")]
    public async Task<IActionResult> Desk(bool all, bool start, CancellationToken ct)
    {
        var mine = await db.AcrossTenants<Membership>().Where(m => m.UserId == me.RequiredId && m.Organisation.SuspendedAt == null)
            .OrderBy(m => m.Organisation.Name).Select(m => new DeskLine(m.Organisation.Name, m.Organisation.Slug, m.Role)).ToListAsync(ct);
        var (now, email) = (await clock.NowAsync(ct), await db.Users.Where(u => u.Id == me.RequiredId).Select(u => u.Email).SingleAsync(ct));
        var invitations = (await db.AcrossTenants<Invitation>().Where(i => i.Email == email && i.AcceptedAt == null && i.ExpiresAt > now)
            .Join(db.Organisations, i => i.TenantId, o => o.Id, (i, o) => new { i.Id, o.Name }).ToListAsync(ct))
            .ConvertAll(i => new DeskInvitation(i.Name, tokens.Make(i.Id)));
        return mine is [var only] && invitations.Count == 0 && !all
            ? LocalRedirect($"/{only.Slug}/desk")
            : View(new DeskView(mine, invitations, start));
    }
}

public sealed record DeskView(IReadOnlyList<DeskLine> Organisations, IReadOnlyList<DeskInvitation> Invitations, bool Start);

public sealed record DeskLine(string Name, string Slug, MemberRole Role);

public sealed record DeskInvitation(string Organisation, string Token);
