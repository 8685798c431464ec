using System.ComponentModel.DataAnnotations;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>A decision as the moderator's desk posts it.</summary>
public sealed class DecisionForm
{
    public const int LongestText = 4000;

    [EnumDataType(typeof(CampaignMove))]
    public CampaignMove Move { get; set; }

    public string? Reason { get; set; }

    [StringLength(LongestText)]
    public string? Text { get; set; }

    public bool Hide { get; set; }

    public DateOnly? ClosesOn { get; set; }

    /// <summary>The answer is the queue again, not the campaign's page.</summary>
    public bool FromQueue { get; set; }

    public Decision For(Campaign campaign) => new(Move, Reason, CleanText.MultiLine(Text), Hide, EndOf(ClosesOn, campaign.TimeZone));

    /// <summary>A closing date means the whole day where the campaign is.</summary>
    private static DateTimeOffset? EndOf(DateOnly? day, string zone)
    {
        if (day is not { } last || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var place))
        {
            return null;
        }

        var end = last.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(end, place.GetUtcOffset(end)).ToUniversalTime();
    }
}
