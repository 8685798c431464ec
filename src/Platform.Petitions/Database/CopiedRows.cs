using System.Buffers.Binary;
using Npgsql;

namespace Platform.Petitions.Database;

/// <summary>
/// The rows of a query as COPY sends them in its binary form (PostgreSQL manual, "COPY", "Binary Format"): cells are looked at where they
/// lie and nothing is made for each row, so that a million rows need the memory of one.
/// </summary>
internal sealed class CopiedRows : IAsyncDisposable
{
    private const int SignatureLength = 11;
    private const int FirstBuffer = 64 * 1024;
    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Stream stream;
    private readonly (int Start, int Length)[] cells;
    private byte[] buffer = new byte[FirstBuffer];
    private int at;
    private int filled;

    private CopiedRows(Stream stream, int columns) => (this.stream, cells) = (stream, new (int, int)[columns]);

    /// <param name="query">Without parameters: COPY takes none.</param>
    /// <param name="patience">How long the database may be silent.</param>
    public static async Task<CopiedRows> OpenAsync(NpgsqlConnection connection, string query, int columns, TimeSpan patience, CancellationToken ct)
    {
        var stream = await connection.BeginRawBinaryCopyAsync($"copy ({query}) to stdout (format binary)", ct);
        stream.ReadTimeout = (int)patience.TotalMilliseconds;
        var rows = new CopiedRows(stream, columns);
        await rows.NeedAsync(SignatureLength + 4 + 4, ct);
        rows.at += SignatureLength + 4;
        var extension = rows.TakeInt();
        await rows.NeedAsync(extension, ct);
        rows.at += extension;
        return rows;
    }

    /// <returns>False behind the last row.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        while (true)
        {
            if (Cut() is { } row)
            {
                return row;
            }

            await MoreAsync(ct);
        }
    }

    public bool IsNull(int column) => cells[column].Length < 0;

    /// <returns>The cell as the server wrote it, of a text its UTF-8; empty for null. Good until the next row is read.</returns>
    public ReadOnlySpan<byte> Bytes(int column) => IsNull(column) ? [] : buffer.AsSpan(cells[column].Start, cells[column].Length);

    public long Long(int column) => BinaryPrimitives.ReadInt64BigEndian(Bytes(column));

    public int Int(int column) => BinaryPrimitives.ReadInt32BigEndian(Bytes(column));

    public bool Bool(int column) => Bytes(column)[0] != 0;

    /// <returns>Of a timestamp with time zone, in UTC.</returns>
    public DateTime Time(int column) => Epoch.AddMicroseconds(Long(column));

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    /// <summary>Finds the cells of the next row.</summary>
    /// <returns>True for a row, false for the end; null when a part of it has not come yet.</returns>
    private bool? Cut()
    {
        var next = at;
        if (filled - next < sizeof(short))
        {
            return null;
        }

        var columns = BinaryPrimitives.ReadInt16BigEndian(buffer.AsSpan(next));
        if (columns < 0)
        {
            return false;
        }

        next += sizeof(short);
        for (var i = 0; i < cells.Length; i++)
        {
            if (filled - next < sizeof(int))
            {
                return null;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(next));
            cells[i] = (next + sizeof(int), length);
            next += sizeof(int) + Math.Max(length, 0);
            if (next > filled)
            {
                return null;
            }
        }

        at = next;
        return true;
    }

    private int TakeInt()
    {
        var value = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(at));
        at += sizeof(int);
        return value;
    }

    private async ValueTask NeedAsync(int bytes, CancellationToken ct)
    {
        while (filled - at < bytes)
        {
            await MoreAsync(ct);
        }
    }

    /// <exception cref="EndOfStreamException">The server ended within a row.</exception>
    private async ValueTask MoreAsync(CancellationToken ct)
    {
        if (at == 0 && filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        else
        {
            buffer.AsSpan(at, filled - at).CopyTo(buffer);
            (at, filled) = (0, filled - at);
        }

        var read = await stream.ReadAsync(buffer.AsMemory(filled), ct);
        if (read == 0)
        {
            throw new EndOfStreamException("The copied rows end within a row.");
        }

        filled += read;
    }
}
