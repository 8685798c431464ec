using Microsoft.Extensions.Logging;
using NpgsqlTypes;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>
/// Stamps the rows of mails, many in one statement. A sender goes on only when its mail is stamped: killed at any time, this process
/// leaves no more mails sent and not stamped than it has connections.
/// </summary>
internal sealed class MailStamps(EngineDataSource source, MailMeter meter, TimeProvider clock, ILogger<MailStamps> log) : BatchWriter<MailStamp, bool>(source.Patience, log)
{
    private const string Write =
        """
        update petitions.outbox_mails m set outcome = s.outcome, lease_until = null, attempts = m.attempts - s.forgiven,
            done_at = case when s.outcome <> 0 then now() end,
            due_at = case when s.outcome = 0 then now() + s.wait else m.due_at end,
            sent_to = coalesce(s.sent_to, m.sent_to),
            last_error = coalesce(s.error, case when s.outcome = 0 then m.last_error end)
        from unnest(@id, @outcome, @wait, @error, @forgiven, @sent_to) as s(id, outcome, wait, error, forgiven, sent_to)
        where m.id = s.id and m.done_at is null
        """;

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);

    /// <summary>Ends when the row is written, however long the database is away: not knowing that a mail was sent would send it twice. Gives up only when the process ends.</summary>
    public async Task StampAsync(MailStamp stamp)
    {
        meter.Count(stamp);
        if (stamp.Outcome == MailOutcome.Failed)
        {
            log.LogError("Mail {Id} failed for good: {Reason}", stamp.Id, stamp.Error);
        }

        while (TryWrite(stamp) is { } written)
        {
            try
            {
                await written;
                return;
            }
            catch (Exception outage) when (outage.IsDatabaseOutage())
            {
                await Task.Delay(AfterTrouble, clock);
            }
        }
    }

    protected override async Task<bool[]> WriteAsync(IReadOnlyList<MailStamp> rows)
    {
        await using var command = source.WriterCommand(Write);
        var add = new Columns<MailStamp>(command.Parameters, rows);
        add.Of("id", NpgsqlDbType.Bigint, s => s.Id);
        add.Of("outcome", NpgsqlDbType.Integer, s => (int)s.Outcome);
        add.Of("wait", NpgsqlDbType.Interval, s => s.Wait);
        add.Of("error", NpgsqlDbType.Text, s => s.Error);
        add.Of("forgiven", NpgsqlDbType.Smallint, s => s.Forgiven ? (short)1 : (short)0);
        add.Of("sent_to", NpgsqlDbType.Bytea, s => s.SentTo);
        await command.ExecuteNonQueryAsync();
        return new bool[rows.Count];
    }
}
