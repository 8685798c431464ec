using System.Globalization;

namespace Platform.Core.Text;

/// <summary>How a signer appears in public: first given name and one initial, never more. "Maxine Kowalski" is "Maxine K.".</summary>
public static class DisplayName
{
    private const int LongestGivenName = 30;

    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "dr", "prof", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "rev", "fr", "hon", "mme", "mlle", "me", "herr", "frau", "sr", "sra", "don", "doña",
        "dra", "profa", "senhor", "senhora", "señor", "señora", "bay", "bayan", "sayın",
        "دکتر", "آقای", "آقا", "خانم", "مهندس", "استاد", "پروفسور", "جناب", "سرکار",
        "السيد", "السيدة", "الآنسة", "دكتور", "دكتورة", "الدكتور", "الدكتورة", "الأستاذ", "الأستاذة", "المهندس", "المهندسة",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        "jr", "sr", "ii", "iii", "iv", "phd", "md", "msc", "bsc", "ma", "ba", "esq", "obe", "mbe", "cbe", "oam",
    };

    /// <summary>Empty when the name has no letter.</summary>
    public static string From(string? name)
    {
        var clean = CleanText.SingleLine(name);
        var comma = clean.IndexOfAny([',', '،']);
        // "Kowalski, Maxine": the family name stands first. "Maxine Kowalski, PhD" does not.
        if (comma > 0 && Words(clean[(comma + 1)..]) is { Count: > 0 } after && !after.TrueForAll(Suffixes.Contains))
        {
            clean = clean[(comma + 1)..] + " " + clean[..comma];
        }

        var words = Words(clean);
        words.RemoveRange(0, words.TakeWhile(Titles.Contains).Count() is var titles && titles < words.Count ? titles : 0);
        while (words.Count > 2 && Suffixes.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words switch
        {
            [] => "",
            [var only] => IsWholeNameInOneWord(only) ? Initial(only) : Given(only),
            _ => $"{Given(words[0])} {Initial(words[^1])}",
        };
    }

    // A full stop or underscore may join the words ("maxine.kowalski"); they must not carry the family name through.
    private static List<string> Words(string name) => name
        .Split([' ', '.', '_', ',', '،', '/', '|', '"', '“', '”', '«', '»'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => char.IsLetter(word, 0))
        .ToList();

    private static string Given(string word) =>
        CleanText.Length(word) == 1 ? word + "." : CleanText.Shorten(word, LongestGivenName);

    private static string Initial(string word)
    {
        // "O’Brien", "d'Arc" and "al-Karimi" give O, d and a: still one letter and still theirs.
        var first = StringInfo.GetNextTextElement(word);
        return first.ToUpperInvariant() + ".";
    }

    // Chinese, Japanese and Korean names are written without a space, family name first: one letter is all that may show.
    private static bool IsWholeNameInOneWord(string word) =>
        word.Length > 1 && word[0] is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF';
}
