using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;

namespace Platform.Core.Pages;

/// <summary>
/// Turns what validation says into a sentence. An attribute names a key and, after a question mark, its values:
/// <c>[StringLength(120, ErrorMessage = "error.too-long?max={1}")]</c>. Anything that is not a key is shown as it is.
/// </summary>
public static class ErrorText
{
    public static string For(ModelError error, Localiser localiser)
    {
        // A value of the wrong kind (letters in a number) arrives as an exception without a message of ours.
        if (string.IsNullOrEmpty(error.ErrorMessage))
        {
            return localiser["error.choose"];
        }

        var parts = error.ErrorMessage.Split('?', 2);
        return parts.Length == 2 && !parts[0].Contains(' ', StringComparison.Ordinal)
            ? localiser[parts[0], [.. parts[1].Split('&').Select(Value)]]
            : localiser[error.ErrorMessage];
    }

    private static (string Name, object? Value) Value(string pair)
    {
        var parts = pair.Split('=', 2);
        var text = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        return (parts[0], long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : text);
    }
}
