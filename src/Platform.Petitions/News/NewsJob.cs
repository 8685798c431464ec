using Hangfire;
using Microsoft.Extensions.Logging;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.News;

/// <summary>Lays the mails of updates and outcomes that organisers chose to mail.</summary>
[AcrossTenants]
public sealed class NewsJob(LayNews lay, ILogger<NewsJob> log)
{
    internal const string Next =
        """
        select tenant_id as tenant, campaign_id as campaign, kind, subject, asked_at as asked from petitions.news_mailings
        where done_at is null order by asked_at limit 1 for update skip locked
        """;

    private const string Lay =
        $"""
        with laid as (
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, detail, due_at, attempts, outcome)
            select s.tenant_id, s.campaign_id, case @kind when 1 then '{MailKind.UpdateForSigner}' else '{MailKind.OutcomeForSigner}' end, s.id, @subject::text, {LayNews.DueAt}, 0, 0
            from petitions.signatures s
            where {NewsAudience.Sql} and s.confirmed_at <= @asked
            returning 1
        )
        update petitions.news_mailings set done_at = now(), recipients = (select count(*) from laid)
        where tenant_id = @tenant and campaign_id = @campaign and kind = @kind and subject = @subject
        """;

    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 5)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        if (await lay.RunAsync(Next, Lay, ct) is > 0 and var done)
        {
            log.LogInformation("Mails of {Count} pieces of news laid", done);
        }
    }
}
