using System.Globalization;

namespace Platform.Core.Text;

/// <summary>Keeps a name of the other writing direction from pulling its neighbours out of order.</summary>
internal static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>Wraps the text in isolates when it has letters of the other direction.</summary>
    public static string Isolate(string text, bool insideRightToLeft)
    {
        // Programs that find links in plain text would take the closing mark as part of an address.
        var isAddress = text.StartsWith('/') || text.Contains("://", StringComparison.Ordinal) || text.Contains('@');
        return !isAddress && text.Any(letter => insideRightToLeft ? IsLeftToRight(letter) : IsRightToLeft(letter))
            ? $"{FirstStrongIsolate}{text}{PopIsolate}"
            : text;
    }

    private static bool IsRightToLeft(char letter) =>
        letter is >= '\u0590' and <= '\u08FF' or >= '\uFB1D' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    private static bool IsLeftToRight(char letter) =>
        !IsRightToLeft(letter) && char.GetUnicodeCategory(letter)
            is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter;
}
