using System.Buffers;
using System.Text;
using Npgsql;
using Platform.Core.Text;
using Platform.Petitions.Database;
using Platform.Petitions.News;

namespace Platform.Petitions.Signatures;

/// <summary>Reads confirmed signatures for those who own them.</summary>
public sealed class ExportSignatures(EngineDataSource source)
{
    private const int Columns = 10;
    private const int Chunk = 32 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // An address goes out only to whom its owner gave it: who asked for updates and has not stopped them.
    private const string Rows =
        $"""
        select s.number, s.name, s.country, s.postcode, s.language, s.text_version, s.show_name, case when s.reason_hidden then null else s.reason end, s.confirmed_at,
            case when {NewsAudience.Sql} then s.email end
        from petitions.signatures s
        where s.tenant_id = @tenant and s.campaign_id = @campaign and s.number > @after and s.state = 1 and not s.testing and s.erased_at is null
        order by s.number limit @most
        """;

    /// <summary>All of them as a file for spreadsheets, from the bytes of the database to those of the file: memory does not grow with their number.</summary>
    public async Task WriteAsync(Guid tenant, Guid campaign, Stream target, CancellationToken ct)
    {
        var file = new ArrayBufferWriter<byte>(2 * Chunk);
        file.Write(Encoding.UTF8.GetBytes(CsvLine.ByteOrderMark + CsvLine.Of("number", "name", "country", "postcode", "language", "version", "public", "reason", "confirmed", "email")));
        await using var connection = await source.OpenAsync(ct);
        await using var rows = await CopiedRows.OpenAsync(connection, RowsOf(tenant, campaign), Columns, Longest, ct);
        while (await rows.ReadAsync(ct))
        {
            Append(file, rows);
            if (file.WrittenCount >= Chunk)
            {
                await SendAsync();
            }
        }

        await SendAsync();

        async ValueTask SendAsync()
        {
            await target.WriteAsync(file.WrittenMemory, ct);
            file.ResetWrittenCount();
        }
    }

    /// <summary>A part of them.</summary>
    /// <param name="after">The number it begins behind.</param>
    public async Task<IReadOnlyList<ExportedSignature>> ReadAsync(Guid tenant, Guid campaign, long after, int most, CancellationToken ct)
    {
        await using var connection = await source.OpenAsync(ct);
        await using var command = new NpgsqlCommand(Rows, connection) { CommandTimeout = (int)Longest.TotalSeconds };
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        command.Parameters.AddWithValue("after", after);
        command.Parameters.AddWithValue("most", most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var part = new List<ExportedSignature>();
        while (await reader.ReadAsync(ct))
        {
            part.Add(ExportedSignature.Of(reader));
        }

        return part;
    }

    /// <summary>COPY takes no parameters. Ids are digits and dashes, whatever is asked for.</summary>
    private static string RowsOf(Guid tenant, Guid campaign) => Rows
        .Replace("@tenant", $"'{tenant}'", StringComparison.Ordinal).Replace("@campaign", $"'{campaign}'", StringComparison.Ordinal)
        .Replace("@after", "0", StringComparison.Ordinal).Replace("@most", "all", StringComparison.Ordinal);

    /// <summary>One line, in the order of <see cref="Rows"/>.</summary>
    private static void Append(ArrayBufferWriter<byte> file, CopiedRows row)
    {
        CsvLine.Append(file, row.Long(0), ","u8);
        CsvLine.Append(file, row.Bytes(1), ","u8);
        CsvLine.Append(file, row.Bytes(2), ","u8);
        CsvLine.Append(file, row.Bytes(3), ","u8);
        CsvLine.Append(file, row.Bytes(4), ","u8);
        CsvLine.Append(file, row.Int(5), ","u8);
        CsvLine.Append(file, row.Bool(6) ? "yes"u8 : "no"u8, ","u8);
        CsvLine.Append(file, row.Bytes(7), ","u8);
        CsvLine.Append(file, row.Time(8), ","u8);
        CsvLine.Append(file, row.Bytes(9), "\r\n"u8);
    }
}
