using Npgsql;

namespace Platform.Petitions.Signatures;

/// <summary>What an organisation gets of one confirmed signature.</summary>
/// <param name="Version">Of the wording that was signed.</param>
/// <param name="Public">Its signer chose to be shown.</param>
/// <param name="Email">Only of who asked for updates.</param>
public sealed record ExportedSignature(
    long Number, string Name, string Country, string? Postcode, string Language, int Version, bool Public, string? Reason, DateTimeOffset Confirmed, string? Email)
{
    internal static ExportedSignature Of(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), Text(row, 3), row.GetString(4), row.GetInt32(5), row.GetBoolean(6), Text(row, 7), row.GetFieldValue<DateTimeOffset>(8), Text(row, 9));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
