using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Petitions.Signing;

/// <summary>
/// What a postcode looks like in countries where that is certain. Spaces, hyphens and full stops are free, the beginning is enough where people
/// know it by itself, and a country that is not here takes anything.
/// </summary>
public static partial class Postcodes
{
    private const string Digits3 = "[0-9]{3}", Digits4 = "[0-9]{4}", Digits5 = "[0-9]{5}", Digits6 = "[0-9]{6}", Digits7 = "[0-9]{7}";

    // One country for each way to cut a region, and none.
    private static readonly string[] Cuts = ["CA", "GB", ""];

    // Where there are only digits, the country's letters may stand before them, as on envelopes: D-10115, CH-8001.
    private static readonly FrozenDictionary<string, Format> Formats = new (string Country, string Pattern, string Example)[]
    {
        ("AR", "[A-Z]?[0-9]{4}([A-Z]{3})?", "C1425"), ("AT", Digits4, "1010"), ("AU", Digits4, "2000"), ("BD", Digits4, "1000"), ("BE", Digits4, "1000"),
        ("BG", Digits4, "1000"), ("BR", "[0-9]{8}", "01310-100"), ("CA", "[A-Z][0-9][A-Z]([0-9][A-Z][0-9])?", "M5V 2T6"), ("CH", Digits4, "8001"),
        ("CL", Digits7, "8320000"), ("CN", Digits6, "100000"), ("CO", Digits6, "110111"), ("CY", Digits4, "1010"), ("CZ", Digits5, "110 00"),
        ("DE", Digits5, "10115"), ("DK", Digits4, "1050"), ("DZ", Digits5, "16000"), ("EC", Digits6, "170150"), ("EE", Digits5, "10111"),
        ("EG", "[0-9]{5}([0-9]{2})?", "11511"), ("ES", Digits5, "28001"), ("FI", Digits5, "00100"), ("FR", Digits5, "75011"),
        ("GB", "[A-Z]{1,2}[0-9][A-Z0-9]?([0-9][A-Z]{2})?", "SW1A 1AA"), ("GR", Digits5, "105 57"), ("HR", Digits5, "10000"), ("HU", Digits4, "1051"),
        ("ID", Digits5, "10110"), ("IE", "([A-Z][0-9]{2}|D6W)([A-Z0-9]{4})?", "D02 X285"), ("IL", "[0-9]{5}([0-9]{2})?", "9414101"), ("IN", Digits6, "110001"),
        ("IQ", Digits5, "10001"), ("IR", "[0-9]{5}([0-9]{5})?", "11369-13811"), ("IS", Digits3, "101"), ("IT", Digits5, "00184"), ("JO", Digits5, "11118"),
        ("JP", Digits7, "100-0001"), ("KR", Digits5, "03187"), ("LB", "[0-9]{4}([0-9]{4})?", "1107"), ("LT", Digits5, "01103"), ("LU", Digits4, "1111"),
        ("LV", Digits4, "1010"), ("MA", Digits5, "10000"), ("MT", "[A-Z]{3}[0-9]{2,4}", "VLT 1117"), ("MX", Digits5, "06000"), ("MY", Digits5, "50000"),
        ("NL", "[1-9][0-9]{3}([A-Z]{2})?", "1012 JS"), ("NO", Digits4, "0150"), ("NZ", Digits4, "6011"), ("PE", Digits5, "15001"), ("PH", Digits4, "1000"),
        ("PK", Digits5, "44000"), ("PL", Digits5, "00-001"), ("PT", "[0-9]{4}([0-9]{3})?", "1100-148"), ("RO", Digits6, "010011"),
        ("RS", "[0-9]{5,6}", "11000"), ("RU", Digits6, "101000"), ("SA", "[0-9]{5}([0-9]{4})?", "11564"), ("SE", Digits5, "111 29"), ("SG", Digits6, "048616"),
        ("SI", Digits4, "1000"), ("SK", Digits5, "811 01"), ("TH", Digits5, "10200"), ("TN", Digits4, "1000"), ("TR", Digits5, "34110"),
        ("UA", Digits5, "01001"), ("US", "[0-9]{5}([0-9]{4})?", "94110"), ("UY", Digits5, "11000"), ("VN", "[0-9]{5,6}", "100000"), ("ZA", Digits4, "8001"),
    }.ToFrozenDictionary(format => format.Country, format => new Format(Whole(format.Pattern), format.Example));

    /// <returns>Null when the postcode may stay; else one as the country's look.</returns>
    /// <param name="country">ISO code; unknown or empty takes anything.</param>
    /// <param name="postcode">Cleaned.</param>
    public static string? ExampleInstead(string? country, string postcode) =>
        postcode.Length > 0 && country is not null && Formats.TryGetValue(country, out var format) && !format.Pattern.IsMatch(Free().Replace(postcode, "")) ? format.Example : null;

    /// <summary>Capitals and the digits that addresses are written with, whatever the keyboard's are.</summary>
    /// <param name="typed">One line.</param>
    public static string Clean(string typed)
    {
        var capitals = typed.ToUpperInvariant();
        if (!capitals.Any(letter => letter > '9' && char.IsDigit(letter)))
        {
            return capitals;
        }

        var clean = new StringBuilder(capitals.Length);
        foreach (var letter in capitals)
        {
            clean.Append(char.IsDigit(letter) ? (char)('0' + (int)char.GetNumericValue(letter)) : letter);
        }

        return clean.ToString();
    }

    /// <summary>What signatures with this postcode are counted by; the database's <c>postcode_region</c> in words of ours. Empty where there is none.</summary>
    public static string RegionIn(string country, string postcode)
    {
        var letters = postcode.Replace(" ", "", StringComparison.Ordinal);
        var length = country switch
        {
            "CA" or "IE" => 1,
            "GB" => letters.Length > 1 && char.IsAsciiLetterUpper(letters[1]) ? 2 : 1,
            _ => 2,
        };
        return letters.Length >= length && letters[..length].All(country is "CA" or "IE" or "GB" ? char.IsAsciiLetterUpper : IsLetterOrDigit) ? letters[..length] : "";
    }

    /// <summary>The same for a country that is not known yet.</summary>
    public static IReadOnlyList<string> Regions(string postcode) => [.. Cuts.Select(country => RegionIn(country, postcode)).Where(region => region.Length > 0).Distinct()];

    private static bool IsLetterOrDigit(char letter) => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter);

    private static Regex Whole(string pattern) =>
        new($"^{(pattern.Contains('A', StringComparison.Ordinal) ? "" : "[A-Z]{0,2}")}({pattern})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking);

    [GeneratedRegex("[\\s.\\-\u2010-\u2015]")]
    private static partial Regex Free();

    private sealed record Format(Regex Pattern, string Example);
}
