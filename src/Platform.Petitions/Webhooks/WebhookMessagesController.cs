using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;

namespace Platform.Petitions.Webhooks;

/// <summary>Messages sent by a button: one to try an endpoint, and any of the log once more, under its own id.</summary>
[OrganiserPage(MemberRole.Owner)]
[Route("/{org}/desk/webhooks/{endpoint:guid}/messages")]
public sealed class WebhookMessagesController(PetitionsDb db, WebhookDesk desk, TenantJobs jobs, DatabaseClock clock, TenantContext tenant, Audit audit) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Try(Guid endpoint, CancellationToken ct)
    {
        if (await desk.FindAsync(endpoint, ct) is not { } found)
        {
            return NotFound();
        }

        var delivery = new WebhookDelivery(found.Id, WebhookEvents.Test, JsonSerializer.Serialize(new { type = WebhookEvents.Test, timestamp = await clock.NowAsync(ct), data = new { } }));
        db.WebhookDeliveries.Add(delivery);
        return await SendAsync(endpoint, delivery, "webhook.test", ct);
    }

    [HttpPost("{message:guid}/replay")]
    public async Task<IActionResult> Replay(Guid endpoint, Guid message, CancellationToken ct)
    {
        if (await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == message && d.EndpointId == endpoint, ct) is not { } delivery)
        {
            return NotFound();
        }

        delivery.Again(await clock.NowAsync(ct));
        return await SendAsync(endpoint, delivery, "webhook.replay", ct);
    }

    private async Task<IActionResult> SendAsync(Guid endpoint, WebhookDelivery delivery, string action, CancellationToken ct)
    {
        audit.Note(action, detail: delivery.Kind);
        await db.SaveChangesAsync(ct);
        var id = delivery.Id;
        jobs.Enqueue<DeliverWebhookJob>(tenant.Id!.Value, job => job.RunAsync(id, CancellationToken.None));
        return LocalRedirect($"/{tenant.Slug}/desk/webhooks/{endpoint}");
    }
}
