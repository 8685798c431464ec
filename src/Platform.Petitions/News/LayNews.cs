using Npgsql;
using Platform.Petitions.Database;

namespace Platform.Petitions.News;

/// <summary>
/// Lays mails to those who want news in the outbox, due at random times of the coming night. Stamping the ledger's row and laying the
/// mails is one transaction: a kill in the middle lays none, a second worker finds the row taken.
/// </summary>
public sealed class LayNews(EngineDataSource source)
{
    /// <summary>Expression: when a mail to <c>s</c> is due.</summary>
    internal const string DueAt =
        """
        date_trunc('day', now() at time zone 'utc') at time zone 'utc'
            + case when extract(hour from now() at time zone 'utc') < 20 then interval '20 hours' else interval '44 hours' end + random() * interval '9 hours'
        """;

    private const int Patience = 300;

    /// <param name="next">Takes one row that is due of a ledger, locked.</param>
    /// <param name="lay">Lays its mails and stamps it; the columns of <paramref name="next"/> are its parameters.</param>
    /// <returns>How many rows are done now.</returns>
    public async Task<int> RunAsync(string next, string lay, CancellationToken ct)
    {
        var done = 0;
        while (await OneAsync(next, lay, ct))
        {
            done++;
        }

        return done;
    }

    private async Task<bool> OneAsync(string next, string lay, CancellationToken ct)
    {
        await using var connection = await source.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var laying = new NpgsqlCommand(lay, connection) { CommandTimeout = Patience };
        await using (var taking = new NpgsqlCommand(next, connection))
        await using (var reader = await taking.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return false;
            }

            for (var column = 0; column < reader.FieldCount; column++)
            {
                laying.Parameters.AddWithValue(reader.GetName(column), reader.GetValue(column));
            }
        }

        await laying.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
