using System.Buffers.Binary;
using System.Buffers.Text;
using Platform.Petitions.Directory;

namespace Platform.Petitions.Api;

/// <summary>Writes where a list goes on as a word that programs carry back unread.</summary>
internal static class ListCursor
{
    private const int Length = 16 + 8 + 1;
    private const long Farthest = 100_000_000;

    public static string Write(ListStart start)
    {
        Span<byte> bytes = stackalloc byte[Length];
        start.Anchor.TryWriteBytes(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[16..], start.Offset);
        bytes[24] = start.Before ? (byte)1 : (byte)0;
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>Null for what was not written here.</returns>
    public static ListStart? Read(string text)
    {
        if (!Base64Url.IsValid(text, out var length) || length != Length)
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        var offset = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(16));
        return offset is >= 0 and < Farthest && bytes[24] <= 1 ? new ListStart(new Guid(bytes.AsSpan(0, 16)), offset, bytes[24] == 1) : null;
    }
}
