using Hangfire;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Milestones;

/// <summary>
/// Lays the signers' mails of crossed milestones in the outbox, due at random times of the coming night. Stamping the ledger row and
/// laying the mails is one transaction: a kill in the middle lays none, a second worker finds the row taken.
/// </summary>
[AcrossTenants]
public sealed class MilestoneSignersJob(EngineDataSource source, ILogger<MilestoneSignersJob> log)
{
    private const string Next =
        """
        select tenant_id, campaign_id, milestone from petitions.milestone_notices
        where done_at is null and class = 3 order by reached_at limit 1 for update skip locked
        """;

    // Several milestones crossed together are one piece of news: the highest is told, the lower ones are closed with it.
    private const string Lay =
        $"""
        with told as (
            select max(milestone) as milestone from petitions.milestone_notices where tenant_id = @tenant and campaign_id = @campaign and class = 3 and done_at is null
        ), night as (
            select date_trunc('day', now() at time zone 'utc') at time zone 'utc' + case when extract(hour from now() at time zone 'utc') < 20 then interval '20 hours' else interval '44 hours' end as starts
        ), laid as (
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, detail, due_at, attempts, outcome)
            select s.tenant_id, s.campaign_id, '{MailKind.MilestoneForSigner}', s.id, t.milestone::text, n.starts + random() * interval '9 hours', 0, 0
            from petitions.signatures s, told t, night n
            where {MilestoneAudience.Sql}
            returning 1
        )
        update petitions.milestone_notices m set done_at = now(), recipients = case when m.milestone = t.milestone then (select count(*) from laid) else 0 end
        from told t where m.tenant_id = @tenant and m.campaign_id = @campaign and m.class = 3 and m.done_at is null
        """;

    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 5)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        while (await OneAsync(ct))
        {
        }
    }

    private async Task<bool> OneAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        Guid tenant, campaign;
        await using (var next = new NpgsqlCommand(Next, connection))
        await using (var reader = await next.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return false;
            }

            (tenant, campaign) = (reader.GetGuid(0), reader.GetGuid(1));
        }

        await using var lay = new NpgsqlCommand(Lay, connection) { CommandTimeout = 300 };
        lay.Parameters.AddWithValue("tenant", tenant);
        lay.Parameters.AddWithValue("campaign", campaign);
        await lay.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        log.LogInformation("Milestone mails laid for campaign {Campaign}", campaign);
        return true;
    }
}
