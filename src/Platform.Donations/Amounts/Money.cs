using System.Globalization;
using Platform.Core.Text;

namespace Platform.Donations.Amounts;

/// <summary>Turns amounts into text and typed text into amounts; between, they are whole numbers.</summary>
public static class Money
{
    private const long Most = 99_999_999_00;

    /// <summary>10 EUR · 10.50 EUR · 10,50 EUR: the code behind the number is the same in every language, and no sign is taken for another country's dollar.</summary>
    public static string Text(Formats formats, long minor, string code)
    {
        var currency = Currency.Of(code);
        var number = formats.Number((decimal)minor / currency.Unit, minor % currency.Unit == 0 ? 0 : currency.Decimals);
        return $"{number}\u00a0{code.ToUpperInvariant()}";
    }

    /// <summary>As an input field and a file for spreadsheets take it: 10.50</summary>
    public static string Plain(long minor, string code)
    {
        var currency = Currency.Of(code);
        return currency.Decimals == 0
            ? minor.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{(minor < 0 ? "-" : "")}{Math.Abs(minor / currency.Unit)}.{Math.Abs(minor % currency.Unit):00}");
    }

    /// <summary>
    /// Reads digits of any script with one point, comma or Arabic decimal sign. What could be meant in two ways (1,000) is not guessed at.
    /// </summary>
    /// <returns>Null for what is no amount of this currency; zero and less are returned and refused elsewhere.</returns>
    public static long? Parse(string? typed, Currency currency)
    {
        var text = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter)).Select(Ascii));
        var parts = text.Split('.');
        var fraction = parts.Length == 2 ? parts[1] : "";
        if (parts.Length > 2 || fraction.Length > currency.Decimals || (parts.Length == 2 && fraction.Length == 0)
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        return Math.Abs(amount) * currency.Unit > Most ? null : (long)(amount * currency.Unit);
    }

    private static char Ascii(char letter) => letter switch
    {
        ',' or '٫' => '.',
        _ when char.IsDigit(letter) => (char)('0' + (int)char.GetNumericValue(letter)),
        _ => letter,
    };
}
