using Npgsql;
using Platform.Petitions.Database;
using Platform.Petitions.Live;

namespace Platform.Petitions.Counting;

/// <summary>How far a campaign's tallies were from its rows.</summary>
public sealed record Drift(Guid TenantId, Guid CampaignId, long Counted, long Rows, bool DaysDrifted, bool AreasDrifted);

/// <summary>Counts the rows again, puts the tallies right, and says loudly what was wrong.</summary>
public sealed class Recount(EngineDataSource source, CampaignChanges changes)
{
    private const string Compare =
        """
        with rows as (
            select count(*) filter (where state = 1 and not testing) as confirmed, coalesce(max(number), 0) as numbered
            from petitions.signatures where tenant_id = @tenant and campaign_id = @campaign
        )
        select n.confirmed, r.confirmed, n.numbered, r.numbered,
            exists (select from (select day, confirmed from petitions.campaign_days where tenant_id = @tenant and campaign_id = @campaign and confirmed > 0) d
                full join (select (confirmed_at at time zone 'utc')::date as day, count(*) as confirmed from petitions.signatures
                    where tenant_id = @tenant and campaign_id = @campaign and state = 1 and not testing group by 1) s using (day) where d.confirmed is distinct from s.confirmed),
            exists (select from (select country, confirmed from petitions.campaign_areas where tenant_id = @tenant and campaign_id = @campaign and confirmed > 0) a
                full join (select country, count(*) as confirmed from petitions.signatures
                    where tenant_id = @tenant and campaign_id = @campaign and state = 1 and not testing group by 1) s using (country) where a.confirmed is distinct from s.confirmed)
        from petitions.campaign_counts n, rows r where n.tenant_id = @tenant and n.campaign_id = @campaign
        """;

    private const string Repair =
        """
        with days as (
            delete from petitions.campaign_days d where tenant_id = @tenant and campaign_id = @campaign and not exists (
                select from petitions.signatures s where s.tenant_id = @tenant and s.campaign_id = @campaign and s.state = 1 and not s.testing and (s.confirmed_at at time zone 'utc')::date = d.day)
        ), areas as (
            delete from petitions.campaign_areas a where tenant_id = @tenant and campaign_id = @campaign and not exists (
                select from petitions.signatures s where s.tenant_id = @tenant and s.campaign_id = @campaign and s.state = 1 and not s.testing and s.country = a.country)
        ), days_again as (
            insert into petitions.campaign_days as d (tenant_id, campaign_id, day, confirmed)
            select @tenant, @campaign, (confirmed_at at time zone 'utc')::date, count(*) from petitions.signatures
            where tenant_id = @tenant and campaign_id = @campaign and state = 1 and not testing group by 3
            on conflict (tenant_id, campaign_id, day) do update set confirmed = excluded.confirmed
        ), areas_again as (
            insert into petitions.campaign_areas as a (tenant_id, campaign_id, country, confirmed)
            select @tenant, @campaign, country, count(*) from petitions.signatures
            where tenant_id = @tenant and campaign_id = @campaign and state = 1 and not testing group by 3
            on conflict (tenant_id, campaign_id, country) do update set confirmed = excluded.confirmed
        ), audit as (
            insert into petitions.audit_entries (tenant_id, campaign_id, actor_name, action, detail)
            values (@tenant, @campaign, 'recount', 'count.repaired', @detail)
        )
        update petitions.campaign_counts set confirmed = @confirmed, numbered = greatest(numbered, @numbered), changed_at = now()
        where tenant_id = @tenant and campaign_id = @campaign
        """;

    private const int PatienceSeconds = 900;

    /// <summary>Compares in one statement, which sees one moment and holds nobody up; only what differs is compared again under the count's lock and repaired.</summary>
    /// <returns>Null when every tally equalled the rows.</returns>
    public async Task<Drift?> RunAsync(Guid tenant, Guid campaign, CancellationToken ct)
    {
        await using var connection = await source.OpenAsync(ct);
        if (await CompareAsync(connection, tenant, campaign, ct) is null)
        {
            return null;
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var hold = Command(connection, "select from petitions.campaign_counts where tenant_id = @tenant and campaign_id = @campaign for update", tenant, campaign))
        {
            await hold.ExecuteNonQueryAsync(ct);
        }

        if (await CompareAsync(connection, tenant, campaign, ct) is not var (drift, numbered))
        {
            return null;
        }

        await using var repair = Command(connection, Repair, tenant, campaign);
        repair.Parameters.AddWithValue("confirmed", drift.Rows);
        repair.Parameters.AddWithValue("numbered", numbered);
        repair.Parameters.AddWithValue("detail", $"The count said {drift.Counted}, the rows say {drift.Rows}; days drifted: {drift.DaysDrifted}, areas drifted: {drift.AreasDrifted}.");
        await repair.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        changes.Mark(campaign);
        return drift;
    }

    private static async Task<(Drift Drift, long Numbered)?> CompareAsync(NpgsqlConnection connection, Guid tenant, Guid campaign, CancellationToken ct)
    {
        await using var compare = Command(connection, Compare, tenant, campaign);
        await using var reader = await compare.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        var drift = new Drift(tenant, campaign, reader.GetInt64(0), reader.GetInt64(1), reader.GetBoolean(4), reader.GetBoolean(5));
        var numbered = reader.GetInt64(3);
        return drift.Counted == drift.Rows && !drift.DaysDrifted && !drift.AreasDrifted && reader.GetInt64(2) >= numbered ? null : (drift, numbered);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, Guid tenant, Guid campaign)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = PatienceSeconds };
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        return command;
    }
}
