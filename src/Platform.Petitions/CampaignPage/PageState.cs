using Platform.Petitions.Campaigns;

namespace Platform.Petitions.CampaignPage;

/// <summary>What a stranger finds at a campaign's address.</summary>
public enum PageState
{
    /// <summary>Nothing: not approved, or hidden.</summary>
    Absent,

    /// <summary>Not approved, but its co-sponsors pass the address on: their number and no word of the petition.</summary>
    Gathering,
    Upcoming,
    Open,

    /// <summary>Open, but the platform takes no signatures at the moment.</summary>
    Paused,
    Closed,
    Rejected,
    Suspended,
    Removed,
}

/// <summary>The one table of who sees what: state of the page to what it shows and how it answers.</summary>
public sealed record PageRule(PageState State, int Status, bool Words, bool Count, bool Form, bool Indexed)
{
    public static IReadOnlyList<PageRule> All { get; } =
    [
        new(PageState.Absent, 404, Words: false, Count: false, Form: false, Indexed: false),
        new(PageState.Gathering, 200, Words: false, Count: false, Form: false, Indexed: false),
        new(PageState.Upcoming, 200, Words: true, Count: false, Form: false, Indexed: true),
        new(PageState.Open, 200, Words: true, Count: true, Form: true, Indexed: true),
        new(PageState.Paused, 200, Words: true, Count: true, Form: false, Indexed: true),
        new(PageState.Closed, 200, Words: true, Count: true, Form: false, Indexed: true),
        new(PageState.Rejected, 200, Words: true, Count: false, Form: false, Indexed: false),
        new(PageState.Suspended, 200, Words: false, Count: false, Form: false, Indexed: false),
        new(PageState.Removed, 410, Words: false, Count: false, Form: false, Indexed: false),
    ];

    public static PageRule Of(PageState state) => All.Single(r => r.State == state);

    /// <summary>The page's state follows the clock even before the closing job has run.</summary>
    public static PageState StateOf(Campaign campaign, DateTimeOffset now) => campaign.Status switch
    {
        CampaignStatus.Published when campaign.OpensAt > now => PageState.Upcoming,
        CampaignStatus.Published => campaign.IsOpen(now) ? PageState.Open : PageState.Closed,
        CampaignStatus.Closed or CampaignStatus.Archived => PageState.Closed,
        CampaignStatus.Rejected => campaign.Hidden ? PageState.Absent : PageState.Rejected,
        CampaignStatus.Suspended => PageState.Suspended,
        CampaignStatus.Removed => campaign.Hidden ? PageState.Absent : PageState.Removed,
        CampaignStatus.Gathering => PageState.Gathering,
        _ => PageState.Absent,
    };
}
