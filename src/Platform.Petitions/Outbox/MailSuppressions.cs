using NpgsqlTypes;
using Platform.Petitions.Database;

namespace Platform.Petitions.Outbox;

/// <summary>Addresses that get no mails: their server refused them for good, or their owner called a mail of ours spam. Kept as keyed hashes.</summary>
public sealed class MailSuppressions(EngineDataSource source)
{
    /// <summary>Mailboxes are opened again and domains repaired: after this a mail is tried once more. A complaint holds for good.</summary>
    public static readonly TimeSpan BounceHolds = TimeSpan.FromDays(30);

    private const string Look = "select fingerprint, cause from petitions.mail_suppressions where fingerprint = any(@fingerprints) and (cause = 2 or at > now() - @holds)";

    /// <summary>Mails go to this address again.</summary>
    /// <returns>False when they did before.</returns>
    public async Task<bool> LiftAsync(byte[] fingerprint, CancellationToken ct)
    {
        await using var command = source.WriterCommand("delete from petitions.mail_suppressions where fingerprint = @fingerprint");
        command.Parameters.AddWithValue("fingerprint", fingerprint);
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <returns>Why, for those of the fingerprints (as base64) that are suppressed.</returns>
    public async Task<Dictionary<string, SuppressionCause>> AmongAsync(byte[][] fingerprints, CancellationToken ct)
    {
        await using var command = source.WriterCommand(Look);
        command.Parameters.Add(new("fingerprints", NpgsqlDbType.Array | NpgsqlDbType.Bytea) { Value = fingerprints });
        command.Parameters.AddWithValue("holds", BounceHolds);
        var found = new Dictionary<string, SuppressionCause>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found[Convert.ToBase64String(reader.GetFieldValue<byte[]>(0))] = (SuppressionCause)reader.GetInt32(1);
        }

        return found;
    }
}
