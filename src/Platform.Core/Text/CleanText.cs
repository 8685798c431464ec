using System.Globalization;
using System.Text;

namespace Platform.Core.Text;

/// <summary>Brings what people type into one form before it is checked, compared or stored.</summary>
public static partial class CleanText
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    // More marks than any script stacks on one letter; a tower of them paints over the lines around it.
    private const int MostMarksInARow = 6;

    /// <summary>For names, titles and other one-line fields: every run of white space becomes one space. Null becomes "".</summary>
    public static string SingleLine(string? text)
    {
        if (string.IsNullOrEmpty(text) || IsCleanLine(text))
        {
            return text ?? "";
        }

        var line = new StringBuilder();
        foreach (var rune in Usable(text))
        {
            if (!Rune.IsWhiteSpace(rune))
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().Normalize(NormalizationForm.FormC).Trim(' ', ZeroWidthNonJoiner, ZeroWidthJoiner);
    }

    /// <summary>For longer texts: lines and indents stay, line ends become \n, at most one empty line in a row. Null becomes "".</summary>
    public static string MultiLine(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = new StringBuilder();
        foreach (var rune in Usable(text.ReplaceLineEndings("\n")))
        {
            kept.Append(rune.Value == '\t' ? "    " : Rune.IsWhiteSpace(rune) && rune.Value != '\n' ? " " : rune.ToString());
        }

        var lines = new List<string>();
        foreach (var line in kept.ToString().Normalize(NormalizationForm.FormC).Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
            }
            else if (lines is [.., { Length: > 0 }])
            {
                lines.Add("");
            }
        }

        return string.Join('\n', lines).TrimEnd();
    }

    /// <summary>Length as people count it: "é" and a family emoji are one.</summary>
    public static int Length(string? text) => text is null ? 0 : new StringInfo(text).LengthInTextElements;

    /// <summary>At most so many graphemes, never cut inside one; with an ellipsis as the last when cut.</summary>
    public static string Shorten(string text, int maxGraphemes)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        if (starts.Length <= maxGraphemes)
        {
            return text;
        }

        var kept = text[..starts[Math.Max(maxGraphemes - 1, 0)]];
        var lastSpace = text[kept.Length] == ' ' ? kept.Length : kept.LastIndexOf(' ');
        // A word is cut only when dropping it whole would lose half of the text.
        return (lastSpace > kept.Length / 2 ? kept[..lastSpace] : kept).TrimEnd(' ', ',', '.', ';', ':', '،', '؛') + "…";
    }

    /// <summary>Most of what people type is plain ASCII with single blanks; nothing has to be done to it.</summary>
    private static bool IsCleanLine(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (letter == ' ' && before == ' '))
            {
                return false;
            }

            before = letter;
        }

        return before != ' ';
    }

    private static IEnumerable<Rune> Usable(string? text)
    {
        var marks = 0;
        // Unpaired surrogates come out of the enumeration as U+FFFD: no database or encoder meets one.
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (!IsForbidden(rune) && marks <= MostMarksInARow)
            {
                yield return rune;
            }
        }
    }

    private static bool IsForbidden(Rune rune) => rune.Value switch
    {
        '\n' or '\t' or '\r' => false,
        // Persian words and emoji families need these two.
        ZeroWidthNonJoiner or ZeroWidthJoiner => false,
        0xFFFD or 0xFFFE or 0xFFFF => true,
        // Letters that show nothing, used for names that look empty.
        0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 => true,
        // Control and Format hold NUL, escape, bidi controls, zero-width space, soft hyphen, tag characters.
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            && rune.Value is not (0x0085 or 0x000B or 0x000C),
    };
}
