using System.Globalization;
using System.Text;

namespace Platform.Core.Text;

/// <summary>Writes letters of other scripts in plain Latin ones, readable rather than exact: for addresses of pages only.</summary>
internal static class Transliteration
{
    private static readonly Dictionary<char, string> Letters = Table(
        "ß ss æ ae œ oe ø o ł l đ d ð d þ th ı i ħ h ŋ n ĸ k ŀ l ŧ t & -",
        "ا a آ a أ a إ e ء - ؤ o ئ y ب b پ p ت t ث s ج j چ ch ح h خ kh د d ذ z ر r ز z ژ zh س s ش sh ص s ض z ط t ظ z ع a غ gh ف f ق gh "
        + "ک k ك k گ g ل l م m ن n و v ه h ة e ۀ eh ی i ي i ى a ے e ٹ t ڈ d ڑ r ں n ھ h ہ h",
        "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю yu я ya "
        + "і i ї yi є ye ґ g ђ dj ј j љ lj њ nj ћ c џ dz",
        "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o");

    // Where a language writes or speaks a letter otherwise than the table, which follows Persian in the Arabic script.
    private static readonly Dictionary<string, Dictionary<char, string>> Own = new(StringComparer.Ordinal)
    {
        ["ar"] = Table("ق q ذ dh ث th ض d و w ة a ه h"),
        ["de"] = Table("ä ae ö oe ü ue"),
    };

    /// <summary>Lower case. Letters without an entry stay as they are; marks and apostrophes are dropped.</summary>
    public static string ToLatin(string text, string? language)
    {
        var latin = new StringBuilder();
        // The Persian letters that compose (آ, ئ) are in the table; the rest loses its marks by decomposition.
        var own = Own.GetValueOrDefault(language ?? "");
        var lower = text.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        for (var i = 0; i < lower.Length; i++)
        {
            latin.Append(own?.GetValueOrDefault(lower[i]) ?? (Letters.ContainsKey(lower[i]) ? Letter(lower, i) : Decompose(lower[i])));
        }

        return latin.ToString();
    }

    private static string Letter(string text, int at) => text[at] switch
    {
        // Persian v and y are vowels after a consonant: موج is "moj", شیر is "shir".
        'و' => at > 0 && char.IsLetter(text[at - 1]) && text[at - 1] is not ('ا' or 'ی') ? "o" : "v",
        'ی' or 'ي' => at == 0 || !char.IsLetter(text[at - 1]) ? "y" : "i",
        'ه' => at > 0 && char.IsLetter(text[at - 1]) && text[at - 1] is not ('ا' or 'و') && (at + 1 == text.Length || !char.IsLetter(text[at + 1])) ? "eh" : "h",
        _ => Letters[text[at]],
    };

    private static string Decompose(char letter)
    {
        if (char.IsDigit(letter))
        {
            return ((int)char.GetNumericValue(letter)).ToString(CultureInfo.InvariantCulture);
        }

        if (letter is '\'' or '’' or '\u200C' || char.IsSurrogate(letter))
        {
            return "";
        }

        var parts = letter.ToString().Normalize(NormalizationForm.FormD)
            .Where(part => char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            .Select(part => Letters.TryGetValue(part, out var latin) ? latin : char.ToLowerInvariant(part).ToString());
        return string.Concat(parts);
    }

    private static Dictionary<char, string> Table(params string[] lines) => lines
        .SelectMany(line => line.Split(' ').Chunk(2))
        .ToDictionary(pair => pair[0][0], pair => pair[1] == "-" ? "" : pair[1]);
}
