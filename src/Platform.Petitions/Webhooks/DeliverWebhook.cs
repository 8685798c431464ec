using Microsoft.EntityFrameworkCore;
using Platform.Core.Access;
using Platform.Petitions.Database;
using Platform.Petitions.Moderation;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Webhooks;

/// <summary>Sends one message and notes what became of it. At least once: who was killed in between sends it again, under the same id.</summary>
public sealed class DeliverWebhook(PetitionsDb db, WebhookPost post, WebhookSecrets secrets, WebhookOptions options, DatabaseClock clock, IOwners owners, Audit audit)
{
    public async Task RunAsync(Guid id, CancellationToken ct)
    {
        if (await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == id, ct) is not { IsDue: true } delivery
            || await db.WebhookEndpoints.SingleOrDefaultAsync(e => e.Id == delivery.EndpointId, ct) is not { IsOn: true } endpoint)
        {
            return;
        }

        var begun = await clock.NowAsync(ct);
        var (message, timestamp) = ($"msg_{id:N}", begun.ToUnixTimeSeconds());
        var answer = options.Allows(endpoint.Url)
            ? await post.SendAsync(endpoint.Url, message, timestamp, secrets.Sign(endpoint, message, timestamp, delivery.Body, begun), delivery.Body, ct)
            : new PostAnswer(null, "This address is not allowed");
        var now = await clock.NowAsync(ct);
        if (answer.Took)
        {
            delivery.Took(answer.Status!.Value, now);
        }
        else
        {
            delivery.Failed(answer.Status, answer.Error, now);
        }

        await db.SaveChangesAsync(ct);
        await NoteEndpointAsync(endpoint, answer, now, ct);
    }

    /// <summary>Straight in the database: other messages to the same endpoint end at the same time.</summary>
    private async Task NoteEndpointAsync(WebhookEndpoint endpoint, PostAnswer answer, DateTimeOffset now, CancellationToken ct)
    {
        var own = db.WebhookEndpoints.Where(e => e.Id == endpoint.Id && e.DisabledAt == null);
        if (answer.Took)
        {
            await own.Where(e => e.FailingSince != null).ExecuteUpdateAsync(set => set.SetProperty(e => e.FailingSince, (DateTimeOffset?)null), ct);
            return;
        }

        await own.Where(e => e.FailingSince == null).ExecuteUpdateAsync(set => set.SetProperty(e => e.FailingSince, now), ct);
        var limit = answer.Gone ? now : now - options.GivesUpAfter;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await own.Where(e => e.FailingSince <= limit).ExecuteUpdateAsync(set => set.SetProperty(e => e.DisabledAt, now), ct) == 1)
        {
            foreach (var owner in await owners.AllAsync(ct))
            {
                db.Outbox.Add(new OutboxMail(MailKind.WebhookDisabled, endpoint.TenantId, null, owner, endpoint.Id.ToString()));
            }

            audit.Note("webhook.disabled", detail: new Uri(endpoint.Url).Host);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }
}
