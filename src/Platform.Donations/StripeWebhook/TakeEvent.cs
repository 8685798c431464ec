using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Stripe;

namespace Platform.Donations.StripeWebhook;

/// <summary>Writes a verified event down, once, and has it processed. Whoever sent it hears at once.</summary>
public sealed class TakeEvent(DonationsDb db, TenantContext scope, TenantJobs jobs, ILogger<TakeEvent> log)
{
    /// <param name="owner">By the account; null when no organisation has it or had it.</param>
    public async Task RunAsync(Event happened, EventOwner? owner, CancellationToken ct)
    {
        if (owner is not var (tenant, account) || EventSubject.Of(happened.Data?.Object) is not var (objectId, subject))
        {
            log.LogInformation("A webhook of kind {Type} concerns nobody here: account {Account}", happened.Type, happened.Account);
            return;
        }

        scope.Set(tenant, "");
        var (id, at) = (Guid.CreateVersion7(), new DateTimeOffset(happened.Created, TimeSpan.Zero));
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            insert into donations.stripe_events (tenant_id, id, account, event_id, type, object_id, subject, at, outcome)
            values ({tenant}, {id}, {account}, {happened.Id}, {happened.Type}, {objectId}, {subject}, {at}, 0)
            on conflict (tenant_id, event_id) do nothing
            """,
            ct);
        if (added > 0)
        {
            jobs.Enqueue<StripeEventJob>(tenant, job => job.RunAsync(id, CancellationToken.None));
        }
    }
}
