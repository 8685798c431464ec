using Hangfire;
using Microsoft.Extensions.Logging;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.News;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Milestones;

/// <summary>Lays the signers' mails of crossed milestones.</summary>
[AcrossTenants]
public sealed class MilestoneSignersJob(LayNews lay, ILogger<MilestoneSignersJob> log)
{
    private const string Next =
        """
        select tenant_id as tenant, campaign_id as campaign from petitions.milestone_notices
        where done_at is null and class = 3 order by reached_at limit 1 for update skip locked
        """;

    // Several milestones crossed together are one piece of news: the highest is told, the lower ones are closed with it.
    private const string Lay =
        $"""
        with told as (
            select max(milestone) as milestone from petitions.milestone_notices where tenant_id = @tenant and campaign_id = @campaign and class = 3 and done_at is null
        ), laid as (
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, detail, due_at, attempts, outcome)
            select s.tenant_id, s.campaign_id, '{MailKind.MilestoneForSigner}', s.id, t.milestone::text, {LayNews.DueAt}, 0, 0
            from petitions.signatures s, told t
            where {NewsAudience.Sql}
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
        if (await lay.RunAsync(Next, Lay, ct) is > 0 and var done)
        {
            log.LogInformation("Milestone mails of {Count} campaigns laid", done);
        }
    }
}
