using Npgsql;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Milestones;
using Platform.Petitions.Outbox;
using Platform.Petitions.Signatures;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Counting;

/// <summary>
/// Takes signatures back that staff had removed or a limit had set aside. Who proved the address counts again, on the day it was proven
/// and with the number had before, if any; who did not may still do so.
/// </summary>
public sealed class CountReturn(EngineDataSource source, CampaignChanges changes, SigningOptions options)
{
    private static readonly string Return =
        $"""
        with due as (
            select s.tenant_id, s.campaign_id, s.id, s.source, s.confirmed_at is not null as proven, s.confirmed_at is not null and s.number is null as fresh,
                case when s.confirmed_at is not null then coalesce(s.number,
                    n.numbered + row_number() over (partition by s.confirmed_at is not null and s.number is null order by s.confirmed_at, s.id)) end as number
            from petitions.signatures s
            join petitions.campaign_counts n on n.tenant_id = s.tenant_id and n.campaign_id = s.campaign_id
            where s.tenant_id = @tenant and s.campaign_id = @campaign and s.id = any(@ids) and s.state in ({Quarantined}, {Removed}) and not s.testing
        ), {SourceLimit.NewCodes("due")}, back as (
            update petitions.signatures s set state = case when d.proven then 1 else 0 end, number = d.number, ended_at = null, source = {SourceLimit.Kept} from due d
            where s.tenant_id = d.tenant_id and s.campaign_id = d.campaign_id and s.id = d.id
            returning s.tenant_id, s.campaign_id, s.id, s.country, s.postcode, s.source, s.confirmed_at, d.proven, d.fresh
        ), counts as (
            update petitions.campaign_counts n set confirmed = n.confirmed + k.proven, numbered = n.numbered + k.fresh, changed_at = now()
            from (select count(*) filter (where proven) as proven, count(*) filter (where fresh) as fresh from back) k
            where n.tenant_id = @tenant and n.campaign_id = @campaign
        ), {Tally.Enter("back", "proven")}, events as (
            insert into petitions.signature_events (tenant_id, campaign_id, signature_id, kind, actor)
            select tenant_id, campaign_id, id, 'restored', 'moderator' from back
        ), mails as (
            insert into petitions.outbox_mails (tenant_id, campaign_id, kind, subject, attempts, outcome)
            select tenant_id, campaign_id, '{MailKind.SignatureConfirmed}', id, 0, 0 from back where fresh
        )
        select count(*), count(*) filter (where proven) from back
        """;

    private const string Quarantined = "4";
    private const string Removed = "5";

    /// <returns>How many came back, counted or not.</returns>
    public async Task<int> ReturnAsync(Guid tenant, Guid campaign, IReadOnlyCollection<Guid> signatures, CancellationToken ct)
    {
        await using var connection = await source.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var before = await LockAsync(connection, tenant, campaign, ct);
        await using var command = new NpgsqlCommand(Return, connection);
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        command.Parameters.AddWithValue("codes", options.MostSources);
        command.Parameters.AddWithValue("ids", signatures.ToArray());
        int back, counted;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            await reader.ReadAsync(ct);
            (back, counted) = ((int)reader.GetInt64(0), (int)reader.GetInt64(1));
        }

        await MilestoneLedger.NoteAsync(connection, counted > 0 ? [new CountStep(tenant, campaign, before.Goal, before.Confirmed, before.Confirmed + counted)] : []);
        await transaction.CommitAsync(ct);
        changes.Mark(campaign);
        return back;
    }

    private static async Task<(long Confirmed, int? Goal)> LockAsync(NpgsqlConnection connection, Guid tenant, Guid campaign, CancellationToken ct)
    {
        await using var hold = new NpgsqlCommand(CountBatch.Lock, connection);
        hold.Parameters.AddWithValue("tenant", new[] { tenant });
        hold.Parameters.AddWithValue("campaign", new[] { campaign });
        await using var reader = await hold.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetInt32(3)) : (0, null);
    }
}
