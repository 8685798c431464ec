using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Core.Text;

namespace Platform.Core.Mail;

/// <summary>What a person typed, on its way into a mail that carries our name.</summary>
internal static partial class TypedText
{
    private const int LongestName = 64;
    private const int FirstStrongIsolate = 0x2068;
    private const int PopIsolate = 0x2069;
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    public static string Escape(string? value) => Punctuation().Replace(Defuse(CleanText.SingleLine(value)), @"\$0");

    public static string Quote(string? value)
    {
        var lines = (value ?? "").ReplaceLineEndings("\n").Split('\n').Select(Escape);
        var paragraphs = string.Join('\n', lines).Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => paragraph.Trim('\n'))
            .Where(paragraph => paragraph.Length > 0)
            .Select(paragraph => "> " + paragraph.Replace("\n", "\\\n> ", StringComparison.Ordinal));
        return string.Join("\n>\n", paragraphs);
    }

    /// <summary>
    /// A plain sentence of ours around typed values, for headers and encoded places: one line, nothing that reorders text
    /// except the isolates the localiser puts around names, each with its end.
    /// </summary>
    public static string Sentence(string? value)
    {
        var line = new StringBuilder();
        var isolated = 0;
        foreach (var rune in (value ?? "").EnumerateRunes())
        {
            if (rune.Value == FirstStrongIsolate || (rune.Value == PopIsolate && isolated > 0))
            {
                isolated += rune.Value == FirstStrongIsolate ? 1 : -1;
                line.Append(rune);
            }
            else if (Breaks(rune))
            {
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            }
            else if (rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd() + new string((char)PopIsolate, isolated);
    }

    /// <summary>A display name that cannot pose as an address or as a second one.</summary>
    public static string Name(string? value) =>
        CleanText.Shorten(CleanText.SingleLine(NotInNames().Replace(value ?? "", " ")), LongestName);

    /// <summary>
    /// Mail programs turn bare host names and addresses into links by themselves, so a title "Visit evil.example" would be one.
    /// An invisible non-joiner after the dot, the colon and the at-sign prevents that without changing what is read.
    /// </summary>
    public static string Defuse(string line) => Linkable().Replace(line, "$0\u200C");

    public static bool StartsRightToLeft(string line) => StartOfRightToLeft().IsMatch(line);

    // White space of any kind, but not the no-break spaces that French sets before a colon.
    private static bool Breaks(Rune rune) => Rune.IsControl(rune) || (Rune.IsWhiteSpace(rune) && rune.Value is not (0x00A0 or 0x202F));

    [GeneratedRegex(@"[!-/:-@\[-`{-~]")]
    private static partial Regex Punctuation();

    [GeneratedRegex("[@<>\"]")]
    private static partial Regex NotInNames();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}-])[.\u3002\uFF0E](?=\p{L})|:(?=//)|@(?=\S)")]
    private static partial Regex Linkable();

    [GeneratedRegex(@"^\P{L}*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]")]
    private static partial Regex StartOfRightToLeft();
}
