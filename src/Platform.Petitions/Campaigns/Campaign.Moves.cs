namespace Platform.Petitions.Campaigns;

/// <summary>Why a move did not happen.</summary>
public enum MoveRefusal
{
    None = 0,
    NotFromHere,
    NotByYou,
    NoTitle,
    NoDemand,
    NoBody,
    NoDecisionMaker,
    NoClosingDate,
    ClosesInThePast,
    ClosesTooLate,
    ClosesBeforeOpening,
    NoPictureText,
    OrganiserUnconfirmed,
    NoOutcome,
}

public sealed partial class Campaign
{
    public MoveRefusal Gather(DateTimeOffset now) =>
        Incomplete(now) is var refusal and not MoveRefusal.None ? refusal : Go(CampaignMove.Gather, MoveActor.Organiser);

    public MoveRefusal Submit(MoveActor by, DateTimeOffset now)
    {
        if (Incomplete(now) is var refusal and not MoveRefusal.None)
        {
            return refusal;
        }

        return Go(CampaignMove.Submit, by, () => SubmittedAt = now);
    }

    public MoveRefusal TakeBack() => Go(CampaignMove.TakeBack, MoveActor.Organiser, () => SubmittedAt = null);

    public MoveRefusal RequestChanges(MoveActor by, string explanation) =>
        Go(CampaignMove.RequestChanges, by, () => Explanation = explanation);

    /// <summary>From review, and from the late review of what went live by link; what was reviewed once is suspended or removed instead.</summary>
    public MoveRefusal Reject(MoveActor by, string code, string? explanation, bool hide) => Go(CampaignMove.Reject, by, () =>
    {
        RejectionCode = code;
        Explanation = explanation;
        Hidden = hide;
    });

    /// <param name="reviewed">False publishes by link only, unlisted until a moderator has looked.</param>
    public MoveRefusal Publish(MoveActor by, Guid? moderator, bool organiserConfirmed, bool reviewed, DateTimeOffset now)
    {
        if (!organiserConfirmed)
        {
            return MoveRefusal.OrganiserUnconfirmed;
        }

        return Go(CampaignMove.Publish, by, () =>
        {
            PublishedAt ??= now;
            ReviewedAt = reviewed ? now : null;
            Explanation = null;
            RejectionCode = null;
            // Only the newest wording of each language: what staff replaced before publication, or refused after an earlier one, stays unpublished.
            foreach (var text in Texts.Select(t => t.Language).Distinct().Select(NewestIn).OfType<CampaignText>().Where(t => t.ApprovedAt is null).ToList())
            {
                ApproveText(text, moderator ?? CreatedBy, now);
            }
        });
    }

    /// <summary>The later look at a campaign that went live by link.</summary>
    public void List(DateTimeOffset now) => ReviewedAt ??= now;

    public MoveRefusal Suspend(MoveActor by, string explanation) => Go(CampaignMove.Suspend, by, () => Explanation = explanation);

    public MoveRefusal Resume(MoveActor by) => Go(CampaignMove.Resume, by, () => Explanation = null);

    public MoveRefusal Close(MoveActor by, ClosingReason reason, string? explanation, DateTimeOffset now) => Go(CampaignMove.Close, by, () =>
    {
        ClosedAt = now;
        ClosedBecause = reason;
        Explanation = explanation;
        if (reason == ClosingReason.Won)
        {
            (Outcome, OutcomeWords, OutcomeAt) = (Campaigns.Outcome.Achieved, explanation, now);
        }
    });

    public MoveRefusal Reopen(MoveActor by, DateTimeOffset closesAt) => Go(CampaignMove.Reopen, by, () =>
    {
        ClosedAt = null;
        ClosedBecause = null;
        Explanation = null;
        ClosesAt = closesAt;
        (Outcome, OutcomeWords, OutcomeAt) = (null, null, null);
    });

    /// <summary>Putting it away needs an outcome: those who signed are told how it ended before lists forget it.</summary>
    public MoveRefusal Archive(MoveActor by) =>
        Status == CampaignStatus.Closed && !HasEnded ? MoveRefusal.NoOutcome : Go(CampaignMove.Archive, by);

    public MoveRefusal Remove(MoveActor by, string explanation) => Go(CampaignMove.Remove, by, () => Explanation = explanation);

    /// <summary>Comes back closed; what had been rejected before its removal, as rejected: nobody ever approved it.</summary>
    public MoveRefusal Restore(MoveActor by, DateTimeOffset now) => Go(CampaignMove.Restore, by, () =>
    {
        if (RejectionCode is not null)
        {
            Status = CampaignStatus.Rejected;
            return;
        }

        ClosedAt ??= now;
        ClosedBecause ??= ClosingReason.Other;
        Explanation = null;
    });

    public MoveRefusal Reconsider(MoveActor by) => Go(CampaignMove.Reconsider, by, () =>
    {
        RejectionCode = null;
        Explanation = null;
        Hidden = false;
    });

    /// <summary>What is still missing before anybody else should read it.</summary>
    public MoveRefusal Incomplete(DateTimeOffset now)
    {
        var text = TextIn(Language);
        return this switch
        {
            _ when string.IsNullOrWhiteSpace(text?.Title) => MoveRefusal.NoTitle,
            _ when DecisionMakers.Count == 0 => MoveRefusal.NoDecisionMaker,
            _ when string.IsNullOrWhiteSpace(text.Demand) => MoveRefusal.NoDemand,
            _ when string.IsNullOrWhiteSpace(text.Body) => MoveRefusal.NoBody,
            { PictureId: not null } when string.IsNullOrWhiteSpace(PictureAlt) => MoveRefusal.NoPictureText,
            { ClosesAt: null } => MoveRefusal.NoClosingDate,
            _ when ClosesAt <= now => MoveRefusal.ClosesInThePast,
            _ when ClosesAt > now.AddYears(LongestRunYears) => MoveRefusal.ClosesTooLate,
            _ when OpensAt >= ClosesAt => MoveRefusal.ClosesBeforeOpening,
            _ => MoveRefusal.None,
        };
    }

    private MoveRefusal Go(CampaignMove move, MoveActor by, Action? apply = null)
    {
        var rule = MoveRule.Of(move);
        if (!rule.From.Contains(Status) && !(move == CampaignMove.Reject && IsUnreviewed))
        {
            return MoveRefusal.NotFromHere;
        }

        if (!rule.By.Contains(by))
        {
            return MoveRefusal.NotByYou;
        }

        Status = rule.To;
        ClaimedBy = null;
        ClaimedAt = null;
        Mark = ReviewMark.None;
        apply?.Invoke();
        return MoveRefusal.None;
    }
}
