using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Tests.Campaigns;

/// <summary>A move as the product promises it, written down a second time so that the first cannot change unseen.</summary>
/// <param name="Mail">What the subject of the organiser's mail begins with; null when none is sent.</param>
/// <param name="Timeline">Whether the public history gets an entry.</param>
public sealed record ExpectedMove(CampaignMove Move, CampaignStatus[] From, CampaignStatus To, MoveActor[] By, string? Mail, bool Timeline)
{
    private static readonly MoveActor[] Staff = [MoveActor.Moderator, MoveActor.Admin];

    public static IReadOnlyList<ExpectedMove> All { get; } =
    [
        new(CampaignMove.Gather, [CampaignStatus.Draft, CampaignStatus.ChangesRequested], CampaignStatus.Gathering, [MoveActor.Organiser], null, false),
        new(CampaignMove.Submit, [CampaignStatus.Draft, CampaignStatus.ChangesRequested, CampaignStatus.Gathering], CampaignStatus.Submitted, [MoveActor.Organiser, MoveActor.Clock], "Received", false),
        new(CampaignMove.TakeBack, [CampaignStatus.Gathering, CampaignStatus.Submitted], CampaignStatus.Draft, [MoveActor.Organiser], null, false),
        new(CampaignMove.RequestChanges, [CampaignStatus.Submitted], CampaignStatus.ChangesRequested, Staff, "Please change something", false),
        new(CampaignMove.Reject, [CampaignStatus.Submitted], CampaignStatus.Rejected, Staff, "Rejected", true),
        new(CampaignMove.Publish, [CampaignStatus.Submitted], CampaignStatus.Published, [.. Staff, MoveActor.Clock], "Published", true),
        new(CampaignMove.Suspend, [CampaignStatus.Published], CampaignStatus.Suspended, Staff, "Suspended", true),
        new(CampaignMove.Resume, [CampaignStatus.Suspended], CampaignStatus.Published, Staff, "No longer suspended", true),
        new(CampaignMove.Close, [CampaignStatus.Published], CampaignStatus.Closed, [MoveActor.Organiser, MoveActor.Admin, MoveActor.Clock], "Closed", true),
        new(CampaignMove.Reopen, [CampaignStatus.Closed], CampaignStatus.Published, [MoveActor.Admin], "Open again", true),
        new(CampaignMove.Archive, [CampaignStatus.Closed], CampaignStatus.Archived, [MoveActor.Organiser, MoveActor.Admin], null, true),
        new(CampaignMove.Remove, [CampaignStatus.Published, CampaignStatus.Suspended, CampaignStatus.Closed, CampaignStatus.Archived, CampaignStatus.Rejected], CampaignStatus.Removed, Staff, "Removed", true),
        new(CampaignMove.Restore, [CampaignStatus.Removed], CampaignStatus.Closed, [MoveActor.Admin], "Restored", true),
        new(CampaignMove.Reconsider, [CampaignStatus.Rejected], CampaignStatus.Submitted, Staff, "In review again", false),
    ];

    public bool Allows(CampaignStatus from, MoveActor by) => From.Contains(from) && By.Contains(by);

    /// <summary>Carries the move out on the entity.</summary>
    public MoveRefusal Try(Campaign campaign, MoveActor by, DateTimeOffset now) => Move switch
    {
        CampaignMove.Gather => campaign.Gather(now),
        CampaignMove.Submit => campaign.Submit(by, now),
        CampaignMove.TakeBack => campaign.TakeBack(),
        CampaignMove.RequestChanges => campaign.RequestChanges(by, "Name the bridge."),
        CampaignMove.Reject => campaign.Reject(by, "other", "Somebody else decides this.", hide: false),
        CampaignMove.Publish => campaign.Publish(by, null, organiserConfirmed: true, reviewed: true, now),
        CampaignMove.Suspend => campaign.Suspend(by, "We look into it."),
        CampaignMove.Resume => campaign.Resume(by),
        CampaignMove.Close => campaign.Close(by, ClosingReason.Time, null, now),
        CampaignMove.Reopen => campaign.Reopen(by, now.AddDays(20)),
        CampaignMove.Archive => campaign.Archive(by),
        CampaignMove.Remove => campaign.Remove(by, "Against the law."),
        CampaignMove.Restore => campaign.Restore(by, now),
        CampaignMove.Reconsider => campaign.Reconsider(by),
        var other => throw new InvalidOperationException($"Unknown move {other}."),
    };
}
