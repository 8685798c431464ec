using Microsoft.Extensions.Logging;
using NpgsqlTypes;
using Platform.Petitions.Database;

namespace Platform.Petitions.Challenges;

/// <summary>A proof and the mailbox it was given with.</summary>
public sealed record SpentProof(Guid Challenge, byte[] Fingerprint);

/// <summary>
/// Each proof is good for one mailbox, over all nodes: the first that comes has it. The same mailbox may come again with it, as a person does
/// who was asked to come again, or whose connection broke before the answer.
/// </summary>
public sealed class SpentProofs(EngineDataSource source, ILogger<SpentProofs> log) : BatchWriter<SpentProof, bool>(source.Patience, log)
{
    // Writing a row as it is answers with its owner, also when another node has laid it in this instant.
    private const string Spend =
        """
        insert into petitions.spent_proofs as s (challenge, fingerprint)
        select distinct on (challenge) challenge, fingerprint from unnest(@challenge, @fingerprint) as t(challenge, fingerprint) order by challenge
        on conflict (challenge) do update set challenge = s.challenge
        returning s.challenge, s.fingerprint
        """;

    protected override async Task<bool[]> WriteAsync(IReadOnlyList<SpentProof> rows)
    {
        await using var command = source.WriterCommand(Spend);
        var columns = new Columns<SpentProof>(command.Parameters, rows);
        columns.Of("challenge", NpgsqlDbType.Uuid, p => p.Challenge);
        columns.Of("fingerprint", NpgsqlDbType.Bytea, p => p.Fingerprint);
        var owners = new Dictionary<Guid, byte[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            owners[reader.GetGuid(0)] = reader.GetFieldValue<byte[]>(1);
        }

        return [.. rows.Select(p => owners.TryGetValue(p.Challenge, out var owner) && owner.AsSpan().SequenceEqual(p.Fingerprint))];
    }
}
