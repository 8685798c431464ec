using NpgsqlTypes;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>A server refused a mail for good: the signature shows it, and where the address is to blame it gets no more mails.</summary>
public sealed class Bounces(EngineDataSource source)
{
    private const string Note =
        """
        with stopped as (
            insert into petitions.mail_suppressions as p (fingerprint, cause) select @fingerprint, 1 where @blamed
            on conflict (fingerprint) do update set at = now() where p.cause = 1
        )
        update petitions.signatures set bounced_at = now() where tenant_id = @tenant and campaign_id = @campaign and id = @id and bounced_at is null
        """;

    /// <param name="fingerprint">Of the address.</param>
    /// <param name="blamed">The address is wrong, and not what was sent to it or by whom.</param>
    public async Task NoteAsync(OutboxMail mail, byte[] fingerprint, bool blamed, CancellationToken ct)
    {
        await using var command = source.Command(Note);
        command.Parameters.AddWithValue("fingerprint", fingerprint);
        command.Parameters.AddWithValue("blamed", blamed);
        command.Parameters.Add(new("tenant", NpgsqlDbType.Uuid) { Value = (object?)mail.TenantId ?? DBNull.Value });
        command.Parameters.Add(new("campaign", NpgsqlDbType.Uuid) { Value = (object?)mail.CampaignId ?? DBNull.Value });
        command.Parameters.AddWithValue("id", mail.Subject);
        await command.ExecuteNonQueryAsync(ct);
    }
}
