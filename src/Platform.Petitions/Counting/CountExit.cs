using Npgsql;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Counting;

/// <summary>Takes a signature out of the running: withdrawn, refused ("not me"), removed or quarantined. A counted one leaves count, day, area and source.</summary>
public sealed class CountExit(EngineDataSource source, CampaignChanges changes)
{
    private static readonly string Leave =
        $"""
        with was as (
            select tenant_id, campaign_id, id, state, country, postcode, source, confirmed_at from petitions.signatures
            where tenant_id = @tenant and campaign_id = @campaign and id = @id and state = any(@from) for update
        ), gone as (
            update petitions.signatures s set state = @to, ended_at = now(), wants_updates = false from was w
            where s.tenant_id = w.tenant_id and s.campaign_id = w.campaign_id and s.id = w.id returning s.id
        ), counts as (
            update petitions.campaign_counts n set confirmed = n.confirmed - 1, changed_at = now() from was w
            where w.state = 1 and n.tenant_id = w.tenant_id and n.campaign_id = w.campaign_id
        ), {Tally.Leave("was", "state = 1")}, events as (
            insert into petitions.signature_events (tenant_id, campaign_id, signature_id, kind, actor)
            select tenant_id, campaign_id, id, @kind, @actor from was
        )
        select count(*) from gone
        """;

    /// <param name="to">Withdrawn, Refused, Removed or Quarantined.</param>
    /// <param name="actor">signer, moderator or clock.</param>
    /// <returns>False when the signature was already out or does not exist.</returns>
    public async Task<bool> LeaveAsync(Guid tenant, Guid campaign, Guid signature, SignatureState to, string actor, CancellationToken ct)
    {
        SignatureState[] from = to == SignatureState.Refused
            ? [SignatureState.Pending, SignatureState.Confirmed, SignatureState.Withdrawn, SignatureState.Quarantined]
            : [SignatureState.Pending, SignatureState.Confirmed];
        await using var connection = await source.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var hold = new NpgsqlCommand(CountBatch.Lock, connection))
        {
            hold.Parameters.AddWithValue("tenant", new[] { tenant });
            hold.Parameters.AddWithValue("campaign", new[] { campaign });
            await hold.ExecuteNonQueryAsync(ct);
        }

        await using var leave = new NpgsqlCommand(Leave, connection);
        leave.Parameters.AddWithValue("tenant", tenant);
        leave.Parameters.AddWithValue("campaign", campaign);
        leave.Parameters.AddWithValue("id", signature);
        leave.Parameters.AddWithValue("from", from.Select(s => (int)s).ToArray());
        leave.Parameters.AddWithValue("to", (int)to);
        leave.Parameters.AddWithValue("kind", to.ToString().ToLowerInvariant());
        leave.Parameters.AddWithValue("actor", actor);
        var left = (long)(await leave.ExecuteScalarAsync(ct))! > 0;
        await transaction.CommitAsync(ct);
        changes.Mark(campaign);
        return left;
    }
}
