using System.Text.RegularExpressions;

namespace Platform.Petitions.CampaignPage;

/// <summary>The language that an address names. Pages are kept by it, so only what could be one is told apart.</summary>
internal static partial class AskedLanguage
{
    /// <returns>Null where none is named.</returns>
    public static string? Of(string? lang) => lang is not null && Code().IsMatch(lang) ? lang : null;

    [GeneratedRegex("^[a-z]{2}$")]
    private static partial Regex Code();
}
