using System.Buffers;
using System.Globalization;
using System.Text;

namespace Platform.Core.Text;

/// <summary>One line of a file for spreadsheets: quoted where needed, and no cell that a spreadsheet would run.</summary>
public static class CsvLine
{
    /// <summary>Stands first in a file of them: without it spreadsheets read other letters than Latin ones wrongly.</summary>
    public const string ByteOrderMark = "\uFEFF";

    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);

    public static string Of(params object?[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>Adds a cell and what stands behind it, as <see cref="Of"/> writes it, without making anything for most of them.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="then">A comma, or the end of the line.</param>
    public static void Append(IBufferWriter<byte> file, ReadOnlySpan<byte> text, ReadOnlySpan<byte> then)
    {
        file.Write(IsPlain(text) ? text : Encoding.UTF8.GetBytes(Cell(Encoding.UTF8.GetString(text))));
        file.Write(then);
    }

    public static void Append<T>(IBufferWriter<byte> file, T value, ReadOnlySpan<byte> then)
        where T : IUtf8SpanFormattable
    {
        var room = file.GetSpan(64);
        value.TryFormat(room, out var written, value is DateTime ? TimeFormat : default, CultureInfo.InvariantCulture);
        file.Advance(written);
        file.Write(then);
    }

    /// <summary>Begins with a letter or digit of the Latin, Greek, Cyrillic, Hebrew or Arabic scripts, so with no sign a formula begins with, and needs no quotes.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> text) =>
        text.IsEmpty || ((char.IsAsciiLetterOrDigit((char)text[0]) || text[0] is >= 0xC3 and <= 0xDF) && !text.ContainsAny(Quoted));

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTimeOffset time => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
        if (value is string && CleanText.StartsLikeFormula(text))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
