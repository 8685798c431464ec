namespace Platform.Core.Text;

/// <summary>Which plural form a whole number takes (CLDR, cardinals). Unknown languages have only "other".</summary>
internal static class PluralRules
{
    public static string Category(string code, long number)
    {
        var n = number == long.MinValue ? long.MaxValue : Math.Abs(number);
        return code.Split('-')[0] switch
        {
            "en" or "de" or "tr" or "nl" or "sv" or "it" => n == 1 ? "one" : "other",
            "fa" => n <= 1 ? "one" : "other",
            "fr" or "pt" => n <= 1 ? "one" : IsRoundMillion(n) ? "many" : "other",
            "es" => n == 1 ? "one" : IsRoundMillion(n) ? "many" : "other",
            "ar" => Arabic(n),
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
}
