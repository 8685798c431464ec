using System.Globalization;

namespace Platform.Core.Text;

/// <summary>One line of a file for spreadsheets: quoted where needed, and no cell that a spreadsheet would run.</summary>
public static class CsvLine
{
    /// <summary>Stands first in a file of them: without it spreadsheets read other letters than Latin ones wrongly.</summary>
    public const string ByteOrderMark = "\uFEFF";

    public static string Of(params object?[] cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
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
