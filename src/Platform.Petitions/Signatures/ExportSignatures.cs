using System.Text;
using Npgsql;
using Platform.Core.Text;
using Platform.Petitions.Database;
using Platform.Petitions.Milestones;

namespace Platform.Petitions.Signatures;

/// <summary>Writes all confirmed signatures as a file for spreadsheets, row by row as the database gives them: memory does not grow with their number.</summary>
public sealed class ExportSignatures(EngineDataSource source)
{
    private const int LongestSeconds = 600;

    // An address goes out only to whom its owner gave it: who asked for updates and has not stopped them.
    private const string Rows =
        $"""
        select s.number, s.name, s.country, s.postcode, s.language, s.text_version, s.show_name, case when s.reason_hidden then null else s.reason end, s.confirmed_at,
            case when {MilestoneAudience.Sql} then s.email end
        from petitions.signatures s
        where s.tenant_id = @tenant and s.campaign_id = @campaign and s.state = 1 and not s.testing and s.erased_at is null
        order by s.number
        """;

    /// <param name="target">Gets UTF-8 with a byte order mark, which spreadsheets need to read other letters than Latin ones.</param>
    public async Task WriteAsync(Guid tenant, Guid campaign, Stream target, CancellationToken ct)
    {
        await using var file = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvLine.Of("number", "name", "country", "postcode", "language", "version", "public", "reason", "confirmed", "email").AsMemory(), ct);
        await using var connection = await source.OpenAsync(ct);
        await using var command = new NpgsqlCommand(Rows, connection) { CommandTimeout = LongestSeconds };
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            await file.WriteAsync(LineOf(reader).AsMemory(), ct);
        }
    }

    private static string LineOf(NpgsqlDataReader row) => CsvLine.Of(
        row.GetInt64(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetString(4), row.GetInt32(5), row.GetBoolean(6) ? "yes" : "no", Text(row, 7),
        row.GetFieldValue<DateTimeOffset>(8), Text(row, 9));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
