using Microsoft.AspNetCore.Mvc;
using Platform.Core.Access;
using Platform.Core.Tenancy;
using Platform.Core.Text;

namespace Platform.Petitions.Moderation;

/// <summary>Campaigns that wait, as an inbox.</summary>
[AdminPage]
[AcrossTenants]
public sealed class QueueController(ReviewQueue queue, CampaignEntry entry, CampaignFiles files, Localiser localiser) : Controller
{
    [HttpGet("/admin/queue")]
    public async Task<IActionResult> Index(QueueShow show, ReviewAge? age, CancellationToken ct) =>
        View("Queue", new QueueView(await queue.LoadAsync(show, age, ct), null, new DecisionForm()));

    [HttpGet("/admin/queue/{id:guid}")]
    public async Task<IActionResult> Show(Guid id, QueueShow show, ReviewAge? age, string? done, CancellationToken ct)
    {
        var page = await queue.LoadAsync(show, age, ct);
        return await entry.EnterAsync(id, ct) is { } campaign
            ? View("Queue", new QueueView(page, await files.LoadAsync(campaign, ct), new DecisionForm(), done == "undone" ? new DeskNotice(localiser["admin.done.undone"]) : null))
            : NotFound();
    }
}
