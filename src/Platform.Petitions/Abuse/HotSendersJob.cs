using Hangfire;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Core.Jobs;
using Platform.Core.Tenancy;
using Platform.Petitions.Challenges;
using Platform.Petitions.Confirming;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;

namespace Platform.Petitions.Abuse;

/// <summary>Each hour: which networks and mail domains gave a campaign unusually many signatures. Admins get one mail with links to look; and where challenges begin by themselves, those of these campaigns do.</summary>
[AcrossTenants]
public sealed class HotSendersJob(EngineDataSource source, ChallengeCampaigns challenge, ILogger<HotSendersJob> log)
{
    // Ids grow with time, so the last hour of a campaign is one range of its key, whatever it holds. The large providers' domains are nobody's sign of anything.
    private const string Look =
        $"""
        with recent as (
            select s.tenant_id, s.campaign_id, set_masklen(s.ip, case family(s.ip) when 4 then 24 else 48 end)::cidr::text as network, split_part(lower(s.email), '@', 2) as domain
            from petitions.campaigns c
            join petitions.signatures s on s.tenant_id = c.tenant_id and s.campaign_id = c.id and s.id >= @since
            where c.published_at is not null
        ), totals as (
            select campaign_id, count(*) as signatures from recent group by 1
        ), hot as (
            select tenant_id, campaign_id, 0 as kind, network as sender, count(*) as signatures from recent where network is not null group by 1, 2, 4
            union all
            select tenant_id, campaign_id, 1, domain, count(*) from recent where domain is not null and domain <> all(@providers) group by 1, 2, 4
        ), noted as (
            insert into petitions.abuse_signals (tenant_id, campaign_id, kind, sender, signatures, share)
            select h.tenant_id, h.campaign_id, h.kind, h.sender, h.signatures, 100 * h.signatures / t.signatures
            from hot h join totals t on t.campaign_id = h.campaign_id
            join petitions.abuse_limits l on h.signatures >= l.alert_hour
            where not exists (select from petitions.abuse_signals a
                where a.tenant_id = h.tenant_id and a.campaign_id = h.campaign_id and a.kind = h.kind and a.sender = h.sender and a.at > now() - interval '50 minutes')
            returning campaign_id
        ), mails as (
            insert into petitions.outbox_mails (kind, subject, attempts, outcome)
            select '{MailKind.HotSenders}', u.id, 0, 0 from petitions.users u where u.platform_role = {Admin} and u.suspended_at is null and exists (select from noted)
        )
        select n.campaign_id, l.challenge_after is not null from noted n cross join petitions.abuse_limits l
        """;

    private const string Admin = "2";

    [Queue(JobQueues.Default)]
    [AutomaticRetry(Attempts = 3)]
    [DisableConcurrentExecution(60)]
    public async Task RunAsync(CancellationToken ct)
    {
        await using var command = source.Command(Look);
        command.CommandTimeout = 120;
        command.Parameters.AddWithValue("since", FirstIdOf(await NowAsync(ct) - TimeSpan.FromHours(1)));
        command.Parameters.AddWithValue("providers", MailProviders.Domains.ToArray());
        var (found, challenged) = (0, new HashSet<Guid>());
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            for (; await reader.ReadAsync(ct); found++)
            {
                if (reader.GetBoolean(1))
                {
                    challenged.Add(reader.GetGuid(0));
                }
            }
        }

        if (found > 0)
        {
            log.LogWarning("{Senders} networks or domains gave unusually many signatures in the last hour", found);
            await challenge.RunAsync([.. challenged], ChallengeCampaigns.AfterHour, ct);
        }
    }

    private async Task<DateTimeOffset> NowAsync(CancellationToken ct)
    {
        await using NpgsqlCommand command = source.Command("select now()");
        return (DateTime)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The smallest id that could be made at an instant: its milliseconds, then nothing.</summary>
    private static Guid FirstIdOf(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6..].Clear();
        return new Guid(bytes, bigEndian: true);
    }
}
