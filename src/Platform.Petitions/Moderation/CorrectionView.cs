using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>A waiting wording beside the public one.</summary>
public sealed record CorrectionView(
    Campaign Campaign, CampaignText Text, IReadOnlyList<DiffPart> Title, IReadOnlyList<DiffPart> Demand, IReadOnlyList<DiffPart> Body)
{
    public static CorrectionView Of(Campaign campaign, CampaignText text)
    {
        var before = campaign.TextIn(text.Language);
        return new CorrectionView(
            campaign, text, WordDiff.Of(before?.Title ?? "", text.Title), WordDiff.Of(before?.Demand ?? "", text.Demand), WordDiff.Of(before?.Body ?? "", text.Body));
    }
}
