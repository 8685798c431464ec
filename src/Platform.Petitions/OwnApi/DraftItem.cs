using Platform.Petitions.Api;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.OwnApi;

/// <summary>A draft as it stands.</summary>
/// <param name="Url">Where people go on with it.</param>
/// <param name="Body">Markdown.</param>
public sealed record DraftItem(
    Guid Id, int Reference, Uri Url, CampaignStatus Status, string Language, string Title, string Demand, string Body, IReadOnlyList<DecisionMakerName>? DecisionMakers, int? Goal,
    DateOnly? ClosesOn, DateOnly? OpensOn, string TimeZone, string? Topic, string? Country, bool AsksPostcode, bool PublicNames, string? Eligibility)
{
    internal static DraftItem Of(Campaign campaign, Uri url)
    {
        var (text, zone) = (campaign.DraftIn(campaign.Language), CampaignDates.Zone(campaign.TimeZone));
        return new DraftItem(
            campaign.Id, campaign.Reference, url, campaign.Status, campaign.Language, text?.Title ?? "", text?.Demand ?? "", text?.Body ?? "", DecisionMakerName.Of(campaign.DecisionMakers), campaign.Goal,
            campaign.ClosesAt is { } closes ? CampaignDates.DayOf(closes, zone) : null, campaign.OpensAt is { } opens ? CampaignDates.DayOf(opens, zone) : null,
            zone.Id, campaign.Topic, campaign.Country, campaign.AsksPostcode, campaign.PublicNames, campaign.Eligibility);
    }
}
