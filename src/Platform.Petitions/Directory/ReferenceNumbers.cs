using System.Globalization;
using System.Text;
using Platform.Core.Text;

namespace Platform.Petitions.Directory;

/// <summary>Petitions asked for by their number.</summary>
internal static class ReferenceNumbers
{
    /// <summary>The number in "1042", "no. 1042", "#1042" or "۱۰۴۲"; null when it is not one.</summary>
    public static int? In(string? text)
    {
        var digits = new StringBuilder();
        foreach (var letter in CleanText.SingleLine(text).Replace("no.", "", StringComparison.OrdinalIgnoreCase).Trim(' ', '#'))
        {
            if (char.GetUnicodeCategory(letter) != UnicodeCategory.DecimalDigitNumber)
            {
                return null;
            }

            digits.Append((int)char.GetNumericValue(letter));
        }

        return int.TryParse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
