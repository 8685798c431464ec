using System.Buffers.Text;

namespace Platform.Benchmarks.Load;

/// <summary>The two things the driver has to know of an answer.</summary>
internal static class HttpHead
{
    public static int Status(ReadOnlySpan<byte> answer) => (answer[9] - '0') * 100 + (answer[10] - '0') * 10 + (answer[11] - '0');

    /// <exception cref="InvalidDataException">The answer does not say its length: the driver reads no other.</exception>
    public static long ContentLength(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0 || !Utf8Parser.TryParse(head[(at + 16)..], out long length, out _))
        {
            throw new InvalidDataException(System.Text.Encoding.ASCII.GetString(head));
        }

        return length;
    }
}
