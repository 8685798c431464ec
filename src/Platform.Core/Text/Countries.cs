using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Platform.Core.Text;

/// <summary>The countries a signer can choose, named and sorted in their language.</summary>
public static class Countries
{
    // ISO 3166-1 alpha-2, and XK: the code in common use for Kosovo, whose people sign too.
    private const string Codes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
        + "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
        + "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP "
        + "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ "
        + "NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
        + "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ "
        + "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

    private static readonly HashSet<string> Known = [.. Codes.Split(' ')];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<Country>> ByLanguage = new(StringComparer.Ordinal);

    /// <summary>All countries, in the alphabet of the language.</summary>
    public static IReadOnlyList<Country> In(Language language) => ByLanguage.GetOrAdd(language.Code, _ =>
        [.. Known.Select(code => new Country(code, Name(code, language))).OrderBy(country => country.Name, language.Culture.CompareInfo.GetStringComparer(CompareOptions.None))]);

    /// <summary>True for an upper-case code from the list; what a form sends is checked with this.</summary>
    public static bool IsKnown(string? code) => code is not null && Known.Contains(code);

    /// <summary>The country's name; an unknown code is its own name.</summary>
    // A region's "native" name is its name in the language it is asked with: no dependence on the thread's culture.
    public static string Name(string code, Language language) =>
        IsKnown(code) ? new RegionInfo($"{language.Culture.TwoLetterISOLanguageName}-{code}").NativeName : code;

    /// <summary>The first country a browser's languages name ("fr-CA" is CA); null when they name none.</summary>
    public static string? Guess(string? acceptLanguageHeader) =>
        acceptLanguageHeader is not null && StringWithQualityHeaderValue.TryParseList([acceptLanguageHeader], out var wishes)
            ? wishes
                .Where(wish => wish.Quality is null or > 0)
                .OrderByDescending(wish => wish.Quality ?? 1)
                .SelectMany(wish => wish.Value.ToString().Split('-').Skip(1))
                .Select(part => part.ToUpperInvariant())
                .FirstOrDefault(IsKnown)
            : null;
}
