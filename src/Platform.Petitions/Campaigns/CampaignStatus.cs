namespace Platform.Petitions.Campaigns;

public enum CampaignStatus
{
    Draft = 0,

    /// <summary>Waits for co-sponsors; only its organiser and who has the secret link see it.</summary>
    Gathering = 1,
    Submitted = 2,
    ChangesRequested = 3,
    Rejected = 4,
    Published = 5,
    Suspended = 6,
    Closed = 7,
    Archived = 8,
    Removed = 9,
}

/// <summary>A mark on a submitted campaign that takes it out of the ordinary queue.</summary>
public enum ReviewMark
{
    None = 0,
    Flagged = 1,
    Parked = 2,
}

/// <summary>Why a campaign closed.</summary>
public enum ClosingReason
{
    Time = 1,
    Won = 2,
    Withdrawn = 3,
    Other = 4,
}
