using NpgsqlTypes;
using Platform.Petitions.Database;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Outbox;

/// <summary>At most three mails a day to one mailbox because somebody typed its address, over all campaigns and organisations.</summary>
public sealed class MailAllowances(EngineDataSource source, Fingerprints fingerprints)
{
    public const int ADay = 3;

    // A mail counts once however often it is tried: while a mail server is away each of them is tried again and again.
    private const string Count =
        """
        with asked as (
            select m.id, a.fingerprint from unnest(@id, @fingerprint) as a(id, fingerprint) join petitions.outbox_mails m on m.id = a.id where not m.counted
        ), taken as (
            insert into petitions.mail_allowances as a (fingerprint, day, mails)
            select fingerprint, (now() at time zone 'utc')::date, count(*)::smallint from asked group by fingerprint order by fingerprint
            on conflict (fingerprint, day) do update set mails = least(a.mails + excluded.mails, 10000)::smallint
            returning fingerprint, mails
        ), ranked as (
            select q.id, t.mails - count(*) over (partition by q.fingerprint) + row_number() over (partition by q.fingerprint order by q.id) as nth
            from asked q join taken t on t.fingerprint = q.fingerprint
        ), counted as (
            update petitions.outbox_mails m set counted = true from ranked r where m.id = r.id and r.nth <= @most
        )
        select id from ranked where nth > @most
        """;

    /// <summary>Counts mails that were not counted before.</summary>
    /// <returns>Ids of those for which the day's mails are used up.</returns>
    public async Task<HashSet<long>> OverAsync(IReadOnlyList<(long Id, EmailAddress To)> mails, CancellationToken ct)
    {
        var over = new HashSet<long>();
        if (mails.Count == 0)
        {
            return over;
        }

        await using var command = source.WriterCommand(Count);
        var add = new Columns<(long Id, EmailAddress To)>(command.Parameters, mails);
        add.Of("id", NpgsqlDbType.Bigint, m => m.Id);
        add.Of("fingerprint", NpgsqlDbType.Bytea, m => fingerprints.Of(m.To));
        command.Parameters.AddWithValue("most", (long)ADay);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            over.Add(reader.GetInt64(0));
        }

        return over;
    }
}
