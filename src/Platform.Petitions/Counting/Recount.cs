using Npgsql;
using Platform.Petitions.Database;
using Platform.Petitions.Live;

namespace Platform.Petitions.Counting;

/// <summary>How far a campaign's tallies were from its rows.</summary>
/// <param name="Tallies">Tables besides the count that said something else.</param>
public sealed record Drift(Guid TenantId, Guid CampaignId, long Counted, long Rows, IReadOnlyList<string> Tallies);

/// <summary>Counts the rows again, puts the tallies right, and says loudly what was wrong.</summary>
public sealed class Recount(EngineDataSource source, CampaignChanges changes)
{
    private static readonly string Compare =
        $"""
        with rows as (
            select count(*) filter (where state = 1 and not testing) as confirmed, coalesce(max(number), 0) as numbered
            from petitions.signatures where tenant_id = @tenant and campaign_id = @campaign
        )
        select n.confirmed, r.confirmed, n.numbered, r.numbered, {string.Join(", ", Tally.All.Select(tally => tally.Differs))}
        from petitions.campaign_counts n, rows r where n.tenant_id = @tenant and n.campaign_id = @campaign
        """;

    private static readonly string Repair =
        $"""
        with {string.Join(", ", Tally.All.Select(tally => tally.Repair))}, audit as (
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
        repair.Parameters.AddWithValue("detail", $"The count said {drift.Counted}, the rows say {drift.Rows}; drifted besides: {string.Join(", ", drift.Tallies.DefaultIfEmpty("nothing"))}.");
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

        var drift = new Drift(tenant, campaign, reader.GetInt64(0), reader.GetInt64(1), [.. Tally.All.Where((_, place) => reader.GetBoolean(4 + place)).Select(tally => tally.Table)]);
        var numbered = reader.GetInt64(3);
        return drift.Counted == drift.Rows && drift.Tallies.Count == 0 && reader.GetInt64(2) >= numbered ? null : (drift, numbered);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, Guid tenant, Guid campaign)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = PatienceSeconds };
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        return command;
    }
}
