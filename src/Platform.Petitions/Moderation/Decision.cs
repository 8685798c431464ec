using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Moderation;

/// <summary>What a moderator decided about a campaign.</summary>
/// <param name="Reason">Code from the list; only a rejection has one.</param>
/// <param name="ClosesAt">The new end; only reopening has one.</param>
public sealed record Decision(CampaignMove Move, string? Reason, string? Text, bool Hide, DateTimeOffset? ClosesAt = null);

public abstract record DecisionOutcome
{
    /// <param name="Undo">Null when there is nothing that can be taken back.</param>
    public sealed record Done(UndoTicket? Undo) : DecisionOutcome;

    public sealed record Refused(MoveRefusal Why) : DecisionOutcome;

    /// <summary>Somebody else holds it, or was quicker.</summary>
    public sealed record Held : DecisionOutcome;

    public sealed record Raced : DecisionOutcome;

    public sealed record NeedsReason : DecisionOutcome;

    public sealed record NeedsText : DecisionOutcome;
}

/// <summary>Everything needed to take a decision back, carried by the page and sealed against changes.</summary>
/// <param name="Version">The campaign's row version after the decision: any later change makes it final.</param>
public sealed record UndoTicket(Guid Campaign, CampaignMove Move, uint Version, long Mail, Guid? Timeline, CampaignState Before);
