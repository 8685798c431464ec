using Platform.Core.Access;

namespace Platform.Petitions.Campaigns;

/// <summary>Everything that can happen to a campaign's state.</summary>
public enum CampaignMove
{
    Gather,
    Submit,
    TakeBack,
    RequestChanges,
    Reject,
    Publish,
    Suspend,
    Resume,
    Close,
    Reopen,
    Archive,
    Remove,
    Restore,
    Reconsider,
}

public enum MoveActor
{
    Organiser,
    Moderator,
    Admin,
    Clock,
}

/// <summary>Who may move a campaign from where to where. The one table behind pages, guards, mails and timeline.</summary>
public sealed record MoveRule(CampaignMove Move, CampaignStatus[] From, CampaignStatus To, MoveActor[] By, bool OnTimeline)
{
    private static readonly MoveActor[] Staff = [MoveActor.Moderator, MoveActor.Admin];

    public static IReadOnlyList<MoveRule> All { get; } =
    [
        new(CampaignMove.Gather, [CampaignStatus.Draft, CampaignStatus.ChangesRequested], CampaignStatus.Gathering, [MoveActor.Organiser], false),
        new(CampaignMove.Submit, [CampaignStatus.Draft, CampaignStatus.ChangesRequested, CampaignStatus.Gathering], CampaignStatus.Submitted, [MoveActor.Organiser, MoveActor.Clock], false),
        new(CampaignMove.TakeBack, [CampaignStatus.Gathering, CampaignStatus.Submitted], CampaignStatus.Draft, [MoveActor.Organiser], false),
        new(CampaignMove.RequestChanges, [CampaignStatus.Submitted], CampaignStatus.ChangesRequested, Staff, false),
        new(CampaignMove.Reject, [CampaignStatus.Submitted], CampaignStatus.Rejected, Staff, true),
        new(CampaignMove.Publish, [CampaignStatus.Submitted], CampaignStatus.Published, [MoveActor.Moderator, MoveActor.Admin, MoveActor.Clock], true),
        new(CampaignMove.Suspend, [CampaignStatus.Published], CampaignStatus.Suspended, Staff, true),
        new(CampaignMove.Resume, [CampaignStatus.Suspended], CampaignStatus.Published, Staff, true),
        new(CampaignMove.Close, [CampaignStatus.Published], CampaignStatus.Closed, [MoveActor.Organiser, MoveActor.Admin, MoveActor.Clock], true),
        new(CampaignMove.Reopen, [CampaignStatus.Closed], CampaignStatus.Published, [MoveActor.Admin], true),
        new(CampaignMove.Archive, [CampaignStatus.Closed], CampaignStatus.Archived, [MoveActor.Organiser, MoveActor.Admin], true),
        new(CampaignMove.Remove, [CampaignStatus.Published, CampaignStatus.Suspended, CampaignStatus.Closed, CampaignStatus.Archived, CampaignStatus.Rejected], CampaignStatus.Removed, Staff, true),
        new(CampaignMove.Restore, [CampaignStatus.Removed], CampaignStatus.Closed, [MoveActor.Admin], true),
        new(CampaignMove.Reconsider, [CampaignStatus.Rejected], CampaignStatus.Submitted, Staff, false),
    ];

    public static MoveRule Of(CampaignMove move) => All.Single(r => r.Move == move);

    public static MoveActor ActorOf(PlatformRole role) => role >= PlatformRole.Admin ? MoveActor.Admin : MoveActor.Moderator;

    public bool Allows(CampaignStatus from, MoveActor by) => From.Contains(from) && By.Contains(by);
}
