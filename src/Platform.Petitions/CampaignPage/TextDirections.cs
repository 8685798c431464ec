using System.Globalization;

namespace Platform.Petitions.CampaignPage;

/// <summary>Direction of texts in languages the platform itself need not speak.</summary>
public static class TextDirections
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.Ordinal) { "ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi" };

    public static string Of(string language) => RightToLeft.Contains(language.Split('-')[0]) ? "rtl" : "ltr";

    /// <summary>The language's own name for itself.</summary>
    public static string NativeName(string language)
    {
        var name = CultureInfo.GetCultureInfo(language).NativeName;
        return name.Length == 0 ? language : name;
    }
}
