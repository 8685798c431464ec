using Hangfire;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Database;

namespace Platform.Petitions.Counting;

/// <summary>
/// Notes each count that moved since it was last noted, so that growth is known without a word on the hot path. A signature that was
/// withdrawn or removed is out of the count and so out of the growth. Samples are kept for a day, and the last one before it; a campaign
/// that has none yet begins with what its days say it was a day ago.
/// </summary>
[AcrossTenants]
public sealed class SampleJob(EngineDataSource source)
{
    private const string Note =
        """
        with moved as (
            select n.tenant_id, n.campaign_id, n.confirmed, last.confirmed is null as first from petitions.campaign_counts n
            left join lateral (
                select s.confirmed from petitions.count_samples s
                where s.tenant_id = n.tenant_id and s.campaign_id = n.campaign_id order by s.at desc limit 1) last on true
            where n.confirmed is distinct from last.confirmed
        )
        insert into petitions.count_samples (tenant_id, campaign_id, at, confirmed)
        select tenant_id, campaign_id, now(), confirmed from moved
        union all
        select m.tenant_id, m.campaign_id, now() - interval '1 day', m.confirmed - coalesce((
            select sum(d.confirmed) from petitions.campaign_days d
            where d.tenant_id = m.tenant_id and d.campaign_id = m.campaign_id and d.day > (now() at time zone 'utc' - interval '1 day')::date), 0)
        from moved m where m.first
        on conflict do nothing
        """;

    private const string Forget =
        """
        delete from petitions.count_samples s where s.at < now() - interval '24 hours' and exists (
            select from petitions.count_samples newer where newer.tenant_id = s.tenant_id and newer.campaign_id = s.campaign_id
                and newer.at > s.at and newer.at <= now() - interval '24 hours')
        """;

    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 0)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        foreach (var step in new[] { Note, Forget })
        {
            await using var command = source.Command(step);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
