using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>What every text field of a petition must be before others read it. Lengths are counted as people count letters.</summary>
internal static class DraftRules
{
    public const int LongestTitle = 150;
    public const int LongestDemand = 1_000;
    public const int LongestBody = 20_000;
    public const int LongestName = 120;
    public const int LongestAlt = 250;
    public const int LongestUrl = 500;
    public const int LongestEligibility = 150;
    public const int MostDecisionMakers = 10;
    public const int MostLinks = 10;
    public const int HighestGoal = 10_000_000;

    /// <summary>Where a campaign's words may still change in place.</summary>
    public static bool CanEdit(CampaignStatus status) => status is CampaignStatus.Draft or CampaignStatus.ChangesRequested;

    /// <summary>Goal and dates of a public campaign stay adjustable; its words and picture wait for a moderator.</summary>
    public static bool CanAdjust(CampaignStatus status) => CanEdit(status) || status == CampaignStatus.Published;

    /// <param name="about">Stem of the messages: <c>desk.{about}-missing</c>, <c>-formula</c>, <c>-long</c>.</param>
    public static void Check(ModelStateDictionary state, string field, string value, string about, int longest, bool required = true)
    {
        var problem = value switch
        {
            "" => required ? $"desk.{about}-missing" : null,
            _ when CleanText.StartsLikeFormula(value) => $"desk.{about}-formula",
            _ when CleanText.Length(value) > longest => string.Create(CultureInfo.InvariantCulture, $"desk.{about}-long?max={longest}&over={CleanText.Length(value) - longest}"),
            _ => null,
        };
        if (problem is not null)
        {
            state.AddModelError(field, problem);
        }
    }

    public static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Contains('.', StringComparison.Ordinal) && address.UserInfo.Length == 0;

    /// <summary>Reads a number as people write it: 5,000 or 5 000 or ۵۰۰۰. Null when it is none.</summary>
    public static int? ReadNumber(string? typed)
    {
        var digits = new StringBuilder();
        foreach (var letter in typed ?? "")
        {
            if (char.IsDigit(letter))
            {
                digits.Append((int)char.GetNumericValue(letter));
            }
            else if (letter is not (',' or '.' or '\'' or '’' or '٬' or '،') && !char.IsWhiteSpace(letter))
            {
                return null;
            }
        }

        return int.TryParse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
