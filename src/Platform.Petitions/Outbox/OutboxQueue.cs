using Npgsql;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>The outbox as a queue: claim with a lease, stamp with an outcome.</summary>
internal static class OutboxQueue
{
    private const string Claim =
        """
        update petitions.outbox_mails m set lease_until = now() + interval '1 minute', attempts = m.attempts + 1
        from (
            select id from petitions.outbox_mails
            where done_at is null and due_at <= now() and (lease_until is null or lease_until < now())
            order by due_at, id limit @limit for update skip locked
        ) due
        where m.id = due.id
        returning m.id, m.tenant_id, m.campaign_id, m.kind, m.subject, m.detail, m.attempts
        """;

    private const string Finish = "update petitions.outbox_mails set done_at = now(), outcome = @outcome, last_error = @error, lease_until = null where id = @id and done_at is null";

    private const string Later =
        "update petitions.outbox_mails set due_at = now() + @wait, lease_until = null, last_error = @error, attempts = attempts - @forgiven where id = @id and done_at is null";

    public static async Task<List<DueMail>> ClaimAsync(EngineDataSource source, int limit, CancellationToken ct)
    {
        await using var command = source.WriterCommand(Claim);
        command.Parameters.AddWithValue("limit", limit);
        var due = new List<DueMail>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            due.Add(new DueMail(
                reader.GetInt64(0),
                new OutboxMail(reader.GetString(3), Id(reader, 1), Id(reader, 2), reader.GetGuid(4), await reader.IsDBNullAsync(5, ct) ? null : reader.GetString(5)),
                reader.GetInt16(6)));
        }

        return due;
    }

    public static async Task FinishAsync(EngineDataSource source, long id, MailOutcome outcome, string? error, CancellationToken ct)
    {
        await using var command = source.WriterCommand(Finish);
        command.Parameters.AddWithValue("outcome", (int)outcome);
        command.Parameters.AddWithValue("error", (object?)Short(error) ?? DBNull.Value);
        command.Parameters.AddWithValue("id", id);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <param name="forgiven">True when the trouble was not this mail's: the attempt does not count.</param>
    public static async Task LaterAsync(EngineDataSource source, long id, TimeSpan wait, string error, bool forgiven, CancellationToken ct)
    {
        await using var command = source.WriterCommand(Later);
        command.Parameters.AddWithValue("wait", wait);
        command.Parameters.AddWithValue("error", Short(error)!);
        command.Parameters.AddWithValue("forgiven", forgiven ? (short)1 : (short)0);
        command.Parameters.AddWithValue("id", id);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Guid? Id(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    private static string? Short(string? error) => error is { Length: > 500 } ? error[..500] : error;
}

/// <param name="Attempt">1 for the first try.</param>
internal sealed record DueMail(long Id, OutboxMail Mail, int Attempt);
