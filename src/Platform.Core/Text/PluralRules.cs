namespace Platform.Core.Text;

/// <summary>Which plural form a whole number takes (CLDR, cardinals), also for languages that nobody has translated yet: adding one is adding its file.</summary>
internal static class PluralRules
{
    /// <summary>A language that is not known here has only "other".</summary>
    public static string Category(string code, long number)
    {
        var n = number == long.MinValue ? long.MaxValue : Math.Abs(number);
        return code.Split('-')[0] switch
        {
            "en" or "de" or "tr" or "nl" or "sv" or "da" or "nb" or "nn" or "no" or "fi" or "et" or "hu" or "el" or "bg"
                or "ku" or "ckb" or "ps" or "ur" or "az" or "uz" or "kk" or "sq" or "ka" or "sw" or "ta" or "eo" => n == 1 ? "one" : "other",
            "fa" or "hi" or "bn" or "am" => n <= 1 ? "one" : "other",
            "fr" or "pt" => n <= 1 ? "one" : IsRoundMillion(n) ? "many" : "other",
            "es" or "it" or "ca" => n == 1 ? "one" : IsRoundMillion(n) ? "many" : "other",
            "ar" => Arabic(n),
            "he" => n == 1 ? "one" : n == 2 ? "two" : "other",
            "ru" or "uk" or "be" => Slavic(n, "many"),
            "sr" or "hr" or "bs" => Slavic(n, "other"),
            "pl" => n == 1 ? "one" : Slavic(n, "many") is "few" ? "few" : "many",
            "cs" or "sk" => n == 1 ? "one" : n is >= 2 and <= 4 ? "few" : "other",
            "ro" => n == 1 ? "one" : n == 0 || n % 100 is >= 1 and <= 19 ? "few" : "other",
            _ => "other",
        };
    }

    // "un million de signatures": Romance languages put a preposition after a round million.
    private static bool IsRoundMillion(long n) => n != 0 && n % 1_000_000 == 0;

    private static string Arabic(long n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ => (n % 100) switch
        {
            >= 3 and <= 10 => "few",
            >= 11 => "many",
            _ => "other",
        },
    };

    /// <summary>By the last digit, but for the teens.</summary>
    private static string Slavic(long n, string others) => (n % 10, n % 100) switch
    {
        (1, not 11) => "one",
        (>= 2 and <= 4, not (>= 12 and <= 14)) => "few",
        _ => others,
    };
}
