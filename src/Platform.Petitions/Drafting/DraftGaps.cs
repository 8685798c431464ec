using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>Something that has to be put right before the campaign goes to review.</summary>
/// <param name="Step">Where.</param>
/// <param name="Text">Key of what is wrong.</param>
public sealed record DraftGap(string Step, string Text);

/// <summary>Everything that keeps a draft from being submitted, in the order of the steps. Steps can be skipped, so each is asked again here.</summary>
internal static class DraftGaps
{
    public static IReadOnlyList<DraftGap> Of(Campaign campaign, DateTimeOffset now)
    {
        var text = campaign.DraftIn(campaign.Language);
        var gaps = new List<DraftGap>();
        Words(DraftStep.Title, text?.Title, "title", DraftRules.LongestTitle);
        if (campaign.DecisionMakers.Count == 0 || campaign.DecisionMakers.Exists(d => Wrong(d.Office, DraftRules.LongestName) || TooMuch(d.Name) || TooMuch(d.Place)))
        {
            gaps.Add(new(DraftStep.DecisionMakers, "desk.office-missing"));
        }

        Words(DraftStep.Why, text?.Demand, "demand", DraftRules.LongestDemand);
        Words(DraftStep.Why, text?.Body, "body", DraftRules.LongestBody);
        if (campaign.PictureId is not null && Wrong(campaign.PictureAlt, DraftRules.LongestAlt))
        {
            gaps.Add(new(DraftStep.Picture, "desk.alt-missing"));
        }

        if (campaign.Links.Exists(l => Wrong(l.Label, DraftRules.LongestName) || l.Url.Length > DraftRules.LongestUrl || !DraftRules.IsWebAddress(l.Url)))
        {
            gaps.Add(new(DraftStep.Picture, "desk.link-address"));
        }

        if (campaign.Eligibility is { } statement && Wrong(statement, DraftRules.LongestEligibility))
        {
            gaps.Add(new(DraftStep.Details, "desk.eligibility-wrong"));
        }

        if (Dates(campaign, now) is { } problem)
        {
            gaps.Add(new(DraftStep.Details, problem));
        }

        return gaps;

        void Words(string step, string? value, string about, int longest)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                gaps.Add(new(step, $"desk.{about}-missing"));
            }
            else if (CleanText.StartsLikeFormula(value))
            {
                gaps.Add(new(step, $"desk.{about}-formula"));
            }
            else if (CleanText.Length(value) > longest)
            {
                gaps.Add(new(step, $"desk.{about}-too-long"));
            }
        }
    }

    private static bool Wrong(string? value, int longest) =>
        string.IsNullOrWhiteSpace(value) || CleanText.StartsLikeFormula(value) || CleanText.Length(value) > longest;

    private static bool TooMuch(string? value) => !string.IsNullOrEmpty(value) && Wrong(value, DraftRules.LongestName);

    private static string? Dates(Campaign campaign, DateTimeOffset now) => campaign.ClosesAt switch
    {
        null => "desk.closing-missing",
        { } closes when closes <= now => "desk.closing-past",
        { } closes when closes > now.AddYears(Campaign.LongestRunYears) => "desk.closing-late",
        { } closes when campaign.OpensAt >= closes => "desk.closing-before-opening",
        _ => null,
    };
}
