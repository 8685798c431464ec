using Platform.Petitions.Campaigns;
using Platform.Petitions.Counting;
using Platform.Petitions.Drafting;

namespace Platform.Petitions.Desk;

/// <summary>A campaign in the organiser's list.</summary>
public sealed record DeskRow(Campaign Campaign, long Count)
{
    public string Title => Campaign.DraftIn(Campaign.Language)?.Title is { Length: > 0 } title ? title : "…";

    public long NextGoal => GoalLadder.Next(Count, Campaign.Goal);
}

/// <summary>An organiser's look at one campaign.</summary>
public sealed record DeskView
{
    public required Campaign Campaign { get; init; }

    public required string Organisation { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required DeskCounts Counts { get; init; }

    /// <summary>The last thirty days, oldest first.</summary>
    public required IReadOnlyList<DeskDay> Days { get; init; }

    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    public required IReadOnlyList<DraftGap> Gaps { get; init; }

    /// <summary>What the public reads about the reason of a rejection.</summary>
    public string? RejectionReason { get; init; }

    public required int CoSponsors { get; init; }

    public required int CoSponsorsNeeded { get; init; }

    /// <summary>The secret link, while co-sponsors gather.</summary>
    public Uri? CoSponsorLink { get; init; }

    public required bool AddressConfirmed { get; init; }

    public string Title => Campaign.DraftIn(Campaign.Language)?.Title is { Length: > 0 } title ? title : "…";

    public TimeZoneInfo Zone => CampaignDates.Zone(Campaign.TimeZone);

    public long Goal => GoalLadder.Next(Counts.Confirmed, Campaign.Goal);
}

/// <param name="Submitted">Everything that was ever sent in.</param>
/// <param name="Confirmed">The number on the page.</param>
public sealed record DeskCounts(long Submitted, long Confirmed, long Today);

/// <param name="Milestones">Reached on that day.</param>
public sealed record DeskDay(DateOnly Day, long Confirmed, IReadOnlyList<long> Milestones);
