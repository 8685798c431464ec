using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Platform.Petitions.Counting;
using Platform.Petitions.Database;
using Platform.Petitions.Live;
using Platform.Petitions.Milestones;
using Platform.Petitions.Signatures;

namespace Platform.Petitions.Confirming;

/// <summary>What a proven address did.</summary>
public abstract record ConfirmAnswer
{
    /// <summary>Counts now, with its number.</summary>
    public sealed record Confirmed(long Number) : ConfirmAnswer;

    /// <summary>Counted before: the same success page, no second mail.</summary>
    public sealed record AlreadyConfirmed(long Number) : ConfirmAnswer;

    /// <summary>The campaign closed more than a day ago, or was stopped.</summary>
    public sealed record TooLate : ConfirmAnswer;

    /// <summary>Withdrawn, refused, removed: nothing to confirm. A quarantined one is answered as confirmed elsewhere.</summary>
    public sealed record Gone(SignatureState State) : ConfirmAnswer;
}

/// <summary>Confirms in batches; see <see cref="CountBatch"/> for what one transaction holds.</summary>
public sealed class ConfirmationWriter(EngineDataSource source, CampaignChanges changes, ILogger<ConfirmationWriter> log)
    : BatchWriter<Confirmation, ConfirmAnswer>(log)
{
    private const string States =
        """
        select s.id, s.state, s.number from petitions.signatures s
        join unnest(@tenant, @campaign, @id) as i(tenant_id, campaign_id, id) on s.tenant_id = i.tenant_id and s.campaign_id = i.campaign_id and s.id = i.id
        """;

    protected override async Task<ConfirmAnswer[]> WriteAsync(IReadOnlyList<Confirmation> rows)
    {
        await using var connection = await source.OpenAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync();
        var (counted, steps) = await CountBatch.RunAsync(connection, rows);
        await MilestoneLedger.NoteAsync(connection, steps);
        var fresh = counted.ToDictionary(c => c.SignatureId, c => c.Number);
        var others = rows.Where(r => !fresh.ContainsKey(r.SignatureId)).ToList();
        var states = others.Count == 0 ? [] : await StatesAsync(connection, others);
        await transaction.CommitAsync();
        foreach (var step in steps)
        {
            changes.Mark(step.CampaignId);
        }

        return [.. rows.Select(r => Answer(r.SignatureId, fresh, states))];
    }

    private static ConfirmAnswer Answer(Guid id, Dictionary<Guid, long> fresh, Dictionary<Guid, (SignatureState State, long? Number)> states)
    {
        if (fresh.TryGetValue(id, out var number))
        {
            return new ConfirmAnswer.Confirmed(number);
        }

        return states.GetValueOrDefault(id) switch
        {
            (SignatureState.Confirmed, { } known) => new ConfirmAnswer.AlreadyConfirmed(known),
            (SignatureState.Pending, _) => new ConfirmAnswer.TooLate(),
            var (state, _) => new ConfirmAnswer.Gone(state),
        };
    }

    private static async Task<Dictionary<Guid, (SignatureState State, long? Number)>> StatesAsync(NpgsqlConnection connection, IReadOnlyList<Confirmation> rows)
    {
        await using var command = new NpgsqlCommand(States, connection);
        var add = new Columns<Confirmation>(command, rows);
        add.Of("tenant", NpgsqlDbType.Uuid, r => r.TenantId);
        add.Of("campaign", NpgsqlDbType.Uuid, r => r.CampaignId);
        add.Of("id", NpgsqlDbType.Uuid, r => r.SignatureId);
        var states = new Dictionary<Guid, (SignatureState, long?)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            states[reader.GetGuid(0)] = ((SignatureState)reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetInt64(2));
        }

        return states;
    }
}
