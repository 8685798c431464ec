using Platform.Petitions.Database;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Outbox;

/// <summary>At most three mails a day to one mailbox because somebody typed its address, over all campaigns and organisations.</summary>
public sealed class MailAllowances(EngineDataSource source, Fingerprints fingerprints)
{
    public const int ADay = 3;

    private const string Take =
        """
        insert into petitions.mail_allowances as a (fingerprint, day, mails) values (@fingerprint, (now() at time zone 'utc')::date, 1)
        on conflict (fingerprint, day) do update set mails = (a.mails + 1)::smallint where a.mails < @most
        returning mails
        """;

    /// <returns>False when the day's mails are used up.</returns>
    public async Task<bool> TakeAsync(EmailAddress to, CancellationToken ct)
    {
        await using var command = source.Command(Take);
        command.Parameters.AddWithValue("fingerprint", fingerprints.Of(to));
        command.Parameters.AddWithValue("most", (short)ADay);
        return await command.ExecuteScalarAsync(ct) is not null;
    }
}
