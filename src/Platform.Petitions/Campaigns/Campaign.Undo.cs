namespace Platform.Petitions.Campaigns;

public sealed partial class Campaign
{
    /// <summary>What a decision is about to change, so that it can be taken back within its ten seconds.</summary>
    public CampaignState State() => new(
        Status, Mark, ClaimedBy, ClaimedAt, Explanation, RejectionCode, Hidden, PublishedAt, ReviewedAt, ClosedAt, ClosedBecause, ClosesAt, TextVersion,
        Outcome, OutcomeWords, OutcomeAt);

    /// <summary>Back to the state before a decision. The caller made sure that nobody has heard of it yet.</summary>
    public void Return(CampaignState before)
    {
        (Status, Mark, ClaimedBy, ClaimedAt) = (before.Status, before.Mark, before.ClaimedBy, before.ClaimedAt);
        (Explanation, RejectionCode, Hidden) = (before.Explanation, before.RejectionCode, before.Hidden);
        (PublishedAt, ReviewedAt) = (before.PublishedAt, before.ReviewedAt);
        (ClosedAt, ClosedBecause, ClosesAt) = (before.ClosedAt, before.ClosedBecause, before.ClosesAt);
        (Outcome, OutcomeWords, OutcomeAt) = (before.Outcome, before.OutcomeWords, before.OutcomeAt);
        if (before.TextVersion == 0)
        {
            Texts.ForEach(t => t.Reopen());
        }

        TextVersion = before.TextVersion;
    }
}

/// <summary>The part of a campaign that moves change.</summary>
public sealed record CampaignState(
    CampaignStatus Status,
    ReviewMark Mark,
    Guid? ClaimedBy,
    DateTimeOffset? ClaimedAt,
    string? Explanation,
    string? RejectionCode,
    bool Hidden,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? ReviewedAt,
    DateTimeOffset? ClosedAt,
    ClosingReason? ClosedBecause,
    DateTimeOffset? ClosesAt,
    int TextVersion,
    Outcome? Outcome = null,
    string? OutcomeWords = null,
    DateTimeOffset? OutcomeAt = null);
