using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Platform.Core.Text;

// What has no place in a name: addresses, markup, and what a spreadsheet would run.
public static partial class CleanText
{
    private const int MostMilliseconds = 100;
    private static readonly SearchValues<char> PlainWords = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ");

    /// <summary>A web or mail address, also written in wide letters or with another script's full stop.</summary>
    public static bool ContainsUrl(string? text)
    {
        if (IsPlainWords(text))
        {
            return false;
        }

        var plain = Plain(text);
        return Scheme().IsMatch(plain) || Address().IsMatch(plain) || Domain().IsMatch(plain);
    }

    /// <summary>Starts, blanks aside, with = + - @ or with a tab or carriage return: a spreadsheet would take it for a formula.</summary>
    public static bool StartsLikeFormula(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return false;
        }

        var first = text.TrimStart() is { Length: > 0 } trimmed ? trimmed[0] : ' ';
        return text[0] is '\t' or '\r' || first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠';
    }

    /// <summary>HTML tags, entities, percent or backslash encoded brackets and slashes, Markdown and forum links.</summary>
    public static bool ContainsMarkup(string? text) => !IsPlainWords(text) && Markup().IsMatch(Plain(text));

    /// <summary>Letters, digits and blanks alone are no address and no markup, and most names are no more than that.</summary>
    private static bool IsPlainWords(string? text) => !text.AsSpan().ContainsAnyExcept(PlainWords);

    private static string Plain(string? text) =>
        SingleLine(text).Normalize(NormalizationForm.FormKC).Replace('。', '.').Replace('۔', '.');

    [GeneratedRegex(@"://|:\\\\|\b(www\.|mailto:|javascript:|data:|tel:|xn--)", RegexOptions.IgnoreCase, MostMilliseconds)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\S@\S+\.\S|\b\d{1,3}(\.\d{1,3}){3}\b|[\p{L}\d]\.\p{L}{2,}/", RegexOptions.None, MostMilliseconds)]
    private static partial Regex Address();

    // Endings that are also name particles or words after an initial ("Maria.de Souza") are left out on purpose.
    [GeneratedRegex(
        @"[\p{L}\d-]{2,}\.(com|net|org|info|biz|xyz|shop|top|online|site|club|app|dev|link|live|click|store|tech|io|me|ru|cn|tk|ly|gl|ir|uk|us|eu|ca|nl|pl|fr|co|cc|tv|ws|gg|ai|tr|br|in)\b",
        RegexOptions.IgnoreCase,
        MostMilliseconds)]
    private static partial Regex Domain();

    [GeneratedRegex(@"[<>]|&(#|[a-z]{2,}\d*;)|%(3c|3e|3a|2f|25|0a|0d|00)|\\(x|u)[0-9a-f]{2}|\]\(|\[/?(url|img|b)\b|\{\{|\$\{", RegexOptions.IgnoreCase, MostMilliseconds)]
    private static partial Regex Markup();
}
