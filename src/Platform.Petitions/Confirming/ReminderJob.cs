using Hangfire;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Confirming;

/// <summary>One reminder after a day to who has not confirmed, while the campaign is open and the address did not bounce.</summary>
[AcrossTenants]
public sealed class ReminderJob(EngineDataSource source)
{
    private const string Remind =
        $"""
        with due as (
            select s.tenant_id, s.campaign_id, s.id from petitions.signatures s
            join petitions.campaigns c on c.tenant_id = s.tenant_id and c.id = s.campaign_id
            where s.state = 0 and s.submitted_at < now() - interval '24 hours' and s.submitted_at > now() - interval '20 days' and s.reminded_at is null
                and s.bounced_at is null and s.email is not null and not s.testing and c.status = 5 and now() < c.closes_at
                and not exists (select from petitions.mail_stops p where p.fingerprint = s.email_fingerprint and p.tenant_id is null)
            limit 5000 for update of s skip locked
        ), stamped as (
            update petitions.signatures s set reminded_at = now() from due d
            where s.tenant_id = d.tenant_id and s.campaign_id = d.campaign_id and s.id = d.id returning s.tenant_id, s.campaign_id, s.id
        )
        insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, attempts, outcome)
        select tenant_id, campaign_id, '{MailKind.ConfirmReminder}', id, 0, 0 from stamped
        """;

    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 3)]
    public async Task RunAsync(CancellationToken ct)
    {
        await using var command = source.Command(Remind);
        await command.ExecuteNonQueryAsync(ct);
    }
}
