using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>How the outbox is doing, for health, metrics and the watch: cheap however much lies in it.</summary>
public sealed class OutboxPulse(EngineDataSource source)
{
    /// <summary>More than this is not counted: by then it is the age that matters.</summary>
    public const int MostCounted = 100_000;

    // The oldest of each urgency is the first entry of its part of the index.
    private const string Look =
        """
        select coalesce(extract(epoch from now() - min(o.due_at)), 0)::bigint,
            (select count(*) from (select from petitions.outbox_mails where done_at is null and due_at <= now() limit @most) d),
            (select count(*) from petitions.outbox_mails where outcome = 3 and done_at > now() - interval '5 minutes')
        from generate_series(0, 2) u(urgency) left join lateral (
            select due_at from petitions.outbox_mails where done_at is null and urgency = u.urgency::smallint and due_at <= now() order by due_at limit 1) o on true
        """;

    public async Task<OutboxState> LookAsync(CancellationToken ct)
    {
        await using var command = source.Command(Look);
        command.Parameters.AddWithValue("most", MostCounted);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new OutboxState(TimeSpan.FromSeconds(reader.GetInt64(0)), reader.GetInt64(1), reader.GetInt64(2));
    }
}

/// <param name="OldestDue">How long the oldest due mail has been waiting.</param>
/// <param name="Due">How many are due.</param>
/// <param name="FailedLately">How many failed for good in the last five minutes.</param>
public sealed record OutboxState(TimeSpan OldestDue, long Due, long FailedLately);
