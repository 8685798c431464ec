using Hangfire;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Privacy;

/// <summary>Forgets what is not needed: unconfirmed signatures after 21 days, networks after 30, spent outbox rows and old allowances.</summary>
[AcrossTenants]
public sealed class PurgeJob(EngineDataSource source)
{
    // The tally keeps saying that they were submitted; who they were is gone.
    private static readonly string[] Steps =
    [
        "delete from petitions.signatures where state = 0 and submitted_at < now() - interval '21 days'",
        "delete from petitions.signatures where state = 4 and confirmed_at is null and submitted_at < now() - interval '21 days'",
        "update petitions.signatures set ip = null where ip is not null and submitted_at < now() - interval '30 days'",
        "delete from petitions.outbox_mails where done_at < now() - interval '30 days'",
        "delete from petitions.mail_allowances where day < current_date - 2",
        "delete from petitions.mail_suppressions where cause = 1 and at < now() - interval '30 days'",
        "delete from petitions.rate_counters where at < now() - interval '2 days'",
        "delete from petitions.reason_thanks where at < now() - interval '30 days'",
        "delete from petitions.spent_proofs where at < now() - interval '1 day'",
        "delete from petitions.signing_requests where at < now() - interval '2 days'",
        "delete from petitions.webhook_deliveries where created_at < now() - interval '30 days'",
        "delete from petitions.abuse_signals where at < now() - interval '30 days'",
        "delete from petitions.sessions where expires_at < now()",
        "update petitions.campaign_reports set email = null where handled_at < now() - interval '30 days' and email is not null",
    ];

    [Queue(JobQueues.Slow)]
    [AutomaticRetry(Attempts = 3)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var step in Steps)
        {
            await using var command = source.Command(step);
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
