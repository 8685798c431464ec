using System.Globalization;
using System.Text;
using Platform.Core.Text;

namespace Platform.Petitions.Directory;

/// <summary>Words as search compares them: no case, no accents, Arabic and Persian letters as one. <see cref="CampaignSearch"/> folds the texts alike in SQL.</summary>
internal static class Folding
{
    private const int MostWords = 12;

    public static string[] Words(string? text) => text is null
        ? []
        : [.. Fold(text).Split([' ', '\u200c', ',', ';', '"', '،', '؛'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostWords)];

    /// <summary>The number in "1042", "no. 1042", "#1042" or "۱۰۴۲"; null when it is not one.</summary>
    public static int? Reference(string? text)
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

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (!IsMark(letter))
            {
                folded.Append(letter switch { 'ي' or 'ى' => 'ی', 'ك' => 'ک', 'ة' or 'ۀ' => 'ه', _ => letter });
            }
        }

        return folded.ToString();
    }

    private static bool IsMark(char letter) => letter is >= '\u0300' and <= '\u036f' or >= '\u064b' and <= '\u0655' or '\u0670';
}
