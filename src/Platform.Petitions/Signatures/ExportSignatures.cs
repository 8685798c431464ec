using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;
using Platform.Core.Text;
using Platform.Petitions.Database;
using Platform.Petitions.News;

namespace Platform.Petitions.Signatures;

/// <summary>Reads confirmed signatures for those who own them, row by row as the database gives them: memory does not grow with their number.</summary>
public sealed class ExportSignatures(EngineDataSource source)
{
    private const int LongestSeconds = 600;

    // An address goes out only to whom its owner gave it: who asked for updates and has not stopped them.
    private const string Rows =
        $"""
        select s.number, s.name, s.country, s.postcode, s.language, s.text_version, s.show_name, case when s.reason_hidden then null else s.reason end, s.confirmed_at,
            case when {NewsAudience.Sql} then s.email end
        from petitions.signatures s
        where s.tenant_id = @tenant and s.campaign_id = @campaign and s.number > @after and s.state = 1 and not s.testing and s.erased_at is null
        order by s.number limit @most
        """;

    /// <summary>All of them as a file for spreadsheets.</summary>
    public async Task WriteAsync(Guid tenant, Guid campaign, Stream target, CancellationToken ct)
    {
        await using var file = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvLine.Of("number", "name", "country", "postcode", "language", "version", "public", "reason", "confirmed", "email").AsMemory(), ct);
        await foreach (var signature in RowsAsync(tenant, campaign, 0, long.MaxValue, ct))
        {
            await file.WriteAsync(signature.Line().AsMemory(), ct);
        }
    }

    /// <summary>A part of them.</summary>
    /// <param name="after">The number it begins behind.</param>
    public async Task<IReadOnlyList<ExportedSignature>> ReadAsync(Guid tenant, Guid campaign, long after, int most, CancellationToken ct)
    {
        var part = new List<ExportedSignature>();
        await foreach (var signature in RowsAsync(tenant, campaign, after, most, ct))
        {
            part.Add(signature);
        }

        return part;
    }

    private async IAsyncEnumerable<ExportedSignature> RowsAsync(Guid tenant, Guid campaign, long after, long most, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await source.OpenAsync(ct);
        await using var command = new NpgsqlCommand(Rows, connection) { CommandTimeout = LongestSeconds };
        command.Parameters.AddWithValue("tenant", tenant);
        command.Parameters.AddWithValue("campaign", campaign);
        command.Parameters.AddWithValue("after", after);
        command.Parameters.AddWithValue("most", most);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return ExportedSignature.Of(reader);
        }
    }
}
