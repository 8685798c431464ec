using Npgsql;
using NpgsqlTypes;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Counting;

/// <summary>A pending signature whose owner proved the address.</summary>
public sealed record Confirmation(Guid TenantId, Guid CampaignId, Guid SignatureId);

/// <summary>A signature that was just counted.</summary>
internal sealed record Counted(Guid CampaignId, Guid SignatureId, long Number);

/// <summary>What a batch did to one campaign.</summary>
internal sealed record CountStep(Guid TenantId, Guid CampaignId, long Before, long After);

/// <summary>
/// Takes signatures into the count: state, numbers, count, days, areas and mails in one transaction under the campaign's count row,
/// so numbers are gapless and the count equals the rows at every commit.
/// </summary>
internal static class CountBatch
{
    /// <summary>Whoever changes a campaign's count holds this lock, taken in one order so that two nodes never wait crosswise.</summary>
    public const string Lock =
        """
        select c.tenant_id, c.campaign_id, c.confirmed from petitions.campaign_counts c
        where (c.tenant_id, c.campaign_id) in (select * from unnest(@tenant, @campaign)) order by c.campaign_id for update
        """;

    private const string Count =
        $"""
        with input as (
            select tenant_id, campaign_id, id, min(place) as place
            from unnest(@tenant, @campaign, @id) with ordinality as i(tenant_id, campaign_id, id, place) group by tenant_id, campaign_id, id
        ), due as (
            select s.tenant_id, s.campaign_id, s.id, s.number is null as fresh,
                coalesce(s.number, n.numbered + row_number() over (partition by s.campaign_id, s.number is null order by i.place)) as number
            from input i
            join petitions.signatures s on s.tenant_id = i.tenant_id and s.campaign_id = i.campaign_id and s.id = i.id
            join petitions.campaigns c on c.tenant_id = s.tenant_id and c.id = s.campaign_id
            join petitions.campaign_counts n on n.tenant_id = s.tenant_id and n.campaign_id = s.campaign_id
            where s.state = 0 and not s.testing and {Openness.ConfirmSql}
        ), counted as (
            update petitions.signatures s set state = 1, number = d.number, confirmed_at = now(), ended_at = null, wrong_codes = 0
            from due d where s.tenant_id = d.tenant_id and s.campaign_id = d.campaign_id and s.id = d.id
            returning s.tenant_id, s.campaign_id, s.id, s.number, s.country, d.fresh
        ), counts as (
            update petitions.campaign_counts n set confirmed = n.confirmed + k.rows, numbered = n.numbered + k.fresh, changed_at = now()
            from (select tenant_id, campaign_id, count(*) as rows, count(*) filter (where fresh) as fresh from counted group by 1, 2) k
            where n.tenant_id = k.tenant_id and n.campaign_id = k.campaign_id
        ), days as (
            insert into petitions.campaign_days as d (tenant_id, campaign_id, day, confirmed)
            select tenant_id, campaign_id, (now() at time zone 'utc')::date, count(*) from counted group by 1, 2
            on conflict (tenant_id, campaign_id, day) do update set confirmed = d.confirmed + excluded.confirmed
        ), areas as (
            insert into petitions.campaign_areas as a (tenant_id, campaign_id, country, confirmed)
            select tenant_id, campaign_id, country, count(*) from counted group by 1, 2, 3
            on conflict (tenant_id, campaign_id, country) do update set confirmed = a.confirmed + excluded.confirmed
        ), events as (
            insert into petitions.signature_events (tenant_id, campaign_id, signature_id, kind, actor)
            select tenant_id, campaign_id, id, 'confirmed', 'signer' from counted
        ), mails as (
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, attempts, outcome)
            select tenant_id, campaign_id, '{MailKind.SignatureConfirmed}', id, 0, 0 from counted
        ), wake as (
            select pg_notify('{MailKind.Channel}', '') where exists (select from counted)
        )
        select c.tenant_id, c.campaign_id, c.id, c.number, (select count(*) from wake) from counted c
        """;

    /// <summary>Runs inside the caller's transaction.</summary>
    public static async Task<(List<Counted> Counted, List<CountStep> Steps)> RunAsync(NpgsqlConnection connection, IReadOnlyList<Confirmation> rows)
    {
        var before = new Dictionary<Guid, (Guid Tenant, long Confirmed)>();
        await using (var hold = Command(connection, Lock, rows))
        await using (var reader = await hold.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                before[reader.GetGuid(1)] = (reader.GetGuid(0), reader.GetInt64(2));
            }
        }

        var counted = new List<Counted>(rows.Count);
        await using (var count = Command(connection, Count, rows))
        await using (var reader = await count.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                counted.Add(new Counted(reader.GetGuid(1), reader.GetGuid(2), reader.GetInt64(3)));
            }
        }

        var steps = counted.GroupBy(c => c.CampaignId)
            .Select(g => new CountStep(before[g.Key].Tenant, g.Key, before[g.Key].Confirmed, before[g.Key].Confirmed + g.Count()));
        return (counted, [.. steps]);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, IReadOnlyList<Confirmation> rows)
    {
        var command = new NpgsqlCommand(sql, connection);
        var add = new Columns<Confirmation>(command, rows);
        add.Of("tenant", NpgsqlDbType.Uuid, r => r.TenantId);
        add.Of("campaign", NpgsqlDbType.Uuid, r => r.CampaignId);
        if (sql == Count)
        {
            add.Of("id", NpgsqlDbType.Uuid, r => r.SignatureId);
        }

        return command;
    }
}
