using Npgsql;
using NpgsqlTypes;
using Platform.Petitions.Confirming;
using Platform.Petitions.Database;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Counting;

/// <summary>A pending signature whose owner proved the address.</summary>
/// <param name="Token">To be proven with the batch; null when the caller has proven it.</param>
public sealed record Confirmation(Guid TenantId, Guid CampaignId, Guid SignatureId, string? Token = null);

/// <summary>A signature as it stood when the batch took the lock.</summary>
internal sealed record StandingSignature(SignatureState State, long? Number, string Name, byte[] Seed, bool Expired);

/// <summary>A campaign's count before the batch.</summary>
internal sealed record StandingCount(Guid TenantId, Guid CampaignId, long Confirmed, int? Goal);

/// <summary>What a batch found under its lock.</summary>
internal sealed record Held(Dictionary<Guid, StandingCount> Counts, Dictionary<Guid, StandingSignature> Standing);

/// <summary>What a batch did to one campaign.</summary>
internal sealed record CountStep(Guid TenantId, Guid CampaignId, int? Goal, long Before, long After);

/// <summary>
/// Takes signatures into the count: state, numbers, count, days, areas and mails in one transaction under the campaign's count row,
/// so numbers are gapless and the count equals the rows at every commit.
/// </summary>
internal static class CountBatch
{
    /// <summary>Whoever changes a campaign's count holds this lock, taken in one order so that two nodes never wait crosswise.</summary>
    public const string Lock =
        """
        select c.tenant_id, c.campaign_id, c.confirmed, p.goal from petitions.campaign_counts c
        join petitions.campaigns p on p.tenant_id = c.tenant_id and p.id = c.campaign_id
        where (c.tenant_id, c.campaign_id) in (select * from unnest(@tenant, @campaign)) order by c.campaign_id for update of c
        """;

    private const string Look =
        """
        select s.id, s.state, s.number, s.name, s.seed, now() - s.token_issued_at > @life from unnest(@tenant, @campaign, @id) as i(tenant_id, campaign_id, id)
        join petitions.signatures s on s.tenant_id = i.tenant_id and s.campaign_id = i.campaign_id and s.id = i.id
        """;

    // Rows are found by their key alone before anything else is asked of them: with more conditions PostgreSQL takes another index of the
    // same table for as good, and reads a whole campaign for each row.
    private static readonly string Count =
        $"""
        with input as (
            select tenant_id, campaign_id, id, min(place) as place
            from unnest(@tenant, @campaign, @id) with ordinality as i(tenant_id, campaign_id, id, place) group by tenant_id, campaign_id, id
        ), found as materialized (
            select s.tenant_id, s.campaign_id, s.id, s.email_fingerprint, s.state, s.testing, s.number, s.co_sponsor, s.source, i.place from input i
            join petitions.signatures s on s.tenant_id = i.tenant_id and s.campaign_id = i.campaign_id and s.id = i.id
        ), {SourceLimit.NewCodes("found")}, due as (
            select s.tenant_id, s.campaign_id, s.id, s.email_fingerprint, s.number is null as fresh,
                coalesce(s.number, n.numbered + row_number() over (partition by s.campaign_id, s.number is null order by s.place)) as number
            from found s
            join petitions.campaigns c on c.tenant_id = s.tenant_id and c.id = s.campaign_id
            join petitions.campaign_counts n on n.tenant_id = s.tenant_id and n.campaign_id = s.campaign_id
            where s.state = 0 and not s.testing and {Openness.ConfirmSql}
        ), counted as (
            update petitions.signatures s set state = 1, number = d.number, confirmed_at = now(), ended_at = null, wrong_codes = 0, source = {SourceLimit.Kept}
            from due d where s.tenant_id = d.tenant_id and s.campaign_id = d.campaign_id and s.id = d.id and s.email_fingerprint = d.email_fingerprint
            returning s.tenant_id, s.campaign_id, s.id, s.number, s.country, s.postcode, s.source, s.confirmed_at, d.fresh
        ), counts as (
            update petitions.campaign_counts n set confirmed = n.confirmed + k.rows, numbered = n.numbered + k.fresh, changed_at = now()
            from (select tenant_id, campaign_id, count(*) as rows, count(*) filter (where fresh) as fresh from counted group by 1, 2) k
            where n.tenant_id = k.tenant_id and n.campaign_id = k.campaign_id
        ), {Tally.Enter("counted")}, events as (
            insert into petitions.signature_events (tenant_id, campaign_id, signature_id, kind, actor)
            select tenant_id, campaign_id, id, 'confirmed', 'signer' from counted
        ), mails as (
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, attempts, outcome)
            select tenant_id, campaign_id, '{MailKind.SignatureConfirmed}', id, 0, 0 from counted
        )
        select campaign_id, id, number from counted
        """;

    /// <summary>Takes the lock and reads what stands, in one round trip. Runs inside the caller's transaction.</summary>
    public static async Task<Held> HoldAsync(NpgsqlConnection connection, IReadOnlyList<Confirmation> rows)
    {
        await using var batch = new NpgsqlBatch(connection);
        var campaigns = rows.DistinctBy(r => r.CampaignId).ToList();
        batch.BatchCommands.Add(Command(Lock, campaigns, withId: false));
        batch.BatchCommands.Add(Command(Look, rows, withId: true));
        batch.BatchCommands[1].Parameters.AddWithValue("life", ConfirmSignature.TokenLife);
        await using var reader = await batch.ExecuteReaderAsync();
        var held = new Held([], new(rows.Count));
        while (await reader.ReadAsync())
        {
            held.Counts[reader.GetGuid(1)] = new StandingCount(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetInt32(3));
        }

        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            held.Standing[reader.GetGuid(0)] = new StandingSignature(
                (SignatureState)reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4), reader.GetBoolean(5));
        }

        return held;
    }

    /// <summary>Counts what is still pending and may be confirmed. Runs inside the caller's transaction, under the lock.</summary>
    /// <param name="sources">How many source codes a campaign is counted by.</param>
    /// <returns>Numbers by signature, and one step per campaign.</returns>
    public static async Task<(Dictionary<Guid, long> Numbers, List<CountStep> Steps)> CountAsync(NpgsqlConnection connection, IReadOnlyList<Confirmation> rows, Held held, int sources)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(Count, rows, withId: true));
        batch.BatchCommands[0].Parameters.AddWithValue("codes", sources);
        var numbers = new Dictionary<Guid, long>(rows.Count);
        var counted = new Dictionary<Guid, long>();
        await using var reader = await batch.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            numbers[reader.GetGuid(1)] = reader.GetInt64(2);
            counted[reader.GetGuid(0)] = counted.GetValueOrDefault(reader.GetGuid(0)) + 1;
        }

        return (numbers, [.. counted.Select(c => Step(held.Counts[c.Key], c.Value))]);
    }

    private static CountStep Step(StandingCount before, long counted) =>
        new(before.TenantId, before.CampaignId, before.Goal, before.Confirmed, before.Confirmed + counted);

    private static NpgsqlBatchCommand Command(string sql, IReadOnlyList<Confirmation> rows, bool withId)
    {
        var command = new NpgsqlBatchCommand(sql);
        var add = new Columns<Confirmation>(command.Parameters, rows);
        add.Of("tenant", NpgsqlDbType.Uuid, r => r.TenantId);
        add.Of("campaign", NpgsqlDbType.Uuid, r => r.CampaignId);
        if (withId)
        {
            add.Of("id", NpgsqlDbType.Uuid, r => r.SignatureId);
        }

        return command;
    }
}
