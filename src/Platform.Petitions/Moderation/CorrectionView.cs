using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>A waiting wording beside the public one it replaces; of a translation, beside the words it translates.</summary>
public sealed record CorrectionView(
    Campaign Campaign, CampaignText Text, IReadOnlyList<DiffPart> Title, IReadOnlyList<DiffPart> Demand, IReadOnlyList<DiffPart> Body)
{
    public bool IsTranslation => Campaign.IsTranslation(Text);

    /// <summary>Names the very words that were looked at: the organiser may go on writing meanwhile.</summary>
    public string Seen => SeenOf(Text);

    public static string SeenOf(CampaignText text) => Convert.ToHexStringLower(text.Hash);

    public static CorrectionView Of(Campaign campaign, CampaignText text)
    {
        var before = campaign.TextIn(text.Language);
        return new CorrectionView(
            campaign, text, WordDiff.Of(before?.Title ?? "", text.Title), WordDiff.Of(before?.Demand ?? "", text.Demand), WordDiff.Of(before?.Body ?? "", text.Body));
    }
}
