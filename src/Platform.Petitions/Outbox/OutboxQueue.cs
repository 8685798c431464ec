using Npgsql;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>The outbox as a queue that several workers share: mails are claimed with a lease of a minute and stamped with an outcome.</summary>
internal static class OutboxQueue
{
    private const string Due = "done_at is null and due_at <= now() and (lease_until is null or lease_until < now()) order by due_at, id";

    // One look per urgency goes straight along the index, whatever lies in the box for later.
    private const string Claim =
        $"""
        with at_once as (
            select id from petitions.outbox_mails where urgency = 0 and {Due} limit @limit for update skip locked
        ), soon as (
            select id from petitions.outbox_mails where urgency = 1 and {Due} limit @limit - (select count(*) from at_once) for update skip locked
        ), bulk as (
            select id from petitions.outbox_mails where urgency = 2 and {Due} limit @limit - (select count(*) from at_once) - (select count(*) from soon) for update skip locked
        )
        update petitions.outbox_mails m set lease_until = now() + interval '1 minute', attempts = m.attempts + 1
        from (select id from at_once union all select id from soon union all select id from bulk) due
        where m.id = due.id
        returning m.id, m.tenant_id, m.campaign_id, m.kind, m.subject, m.detail, m.urgency, m.attempts
        """;

    private const string Renew = "update petitions.outbox_mails set lease_until = now() + interval '1 minute' where id = any(@ids) and done_at is null and lease_until is not null";

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
                (MailUrgency)reader.GetInt16(6),
                reader.GetInt16(7)));
        }

        return due;
    }

    public static async Task RenewAsync(EngineDataSource source, long[] ids, CancellationToken ct)
    {
        await using var command = source.WriterCommand(Renew);
        command.Parameters.AddWithValue("ids", ids);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Guid? Id(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);
}
