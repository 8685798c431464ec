namespace Platform.Petitions.Campaigns;

public sealed partial class Campaign
{
    /// <summary>What came of it; null until its organiser has said so.</summary>
    public Outcome? Outcome { get; private set; }

    public string? OutcomeWords { get; private set; }

    public DateTimeOffset? OutcomeAt { get; private set; }

    /// <summary>Those who signed have been told how it ended: by an outcome, or because it was withdrawn.</summary>
    public bool HasEnded => Outcome is not null || ClosedBecause == ClosingReason.Withdrawn;

    /// <summary>Said once signing has ended, and again when the world moves on.</summary>
    public MoveRefusal Declare(Outcome outcome, string words, DateTimeOffset now)
    {
        if (Status is not (CampaignStatus.Closed or CampaignStatus.Archived))
        {
            return MoveRefusal.NotFromHere;
        }

        (Outcome, OutcomeWords, OutcomeAt) = (outcome, words, now);
        return MoveRefusal.None;
    }
}

/// <summary>What a petition achieved; stored, so never renumbered.</summary>
public enum Outcome
{
    Achieved = 1,
    Partly = 2,
    NotAchieved = 3,

    /// <summary>The decision-maker never answered.</summary>
    NoAnswer = 4,
}
