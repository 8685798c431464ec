using Platform.Core.Text;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Updates;

namespace Platform.Petitions.CampaignPage;

/// <summary>Dates of a campaign in words.</summary>
internal static class When
{
    private const int SoonDays = 60;

    public static string Line(Localiser texts, CampaignView view) => view switch
    {
        { State: PageState.Upcoming, OpensAt: { } at } => texts["campaign-page.opens", ("date", texts.Formats.Date(at, view.Zone))],
        { State: PageState.Closed, ClosedAt: { } at } => texts["campaign-page.closed-on", ("date", texts.Formats.Date(at, view.Zone))],
        { State: PageState.Open, ClosesAt: { } at, DaysLeft: <= SoonDays } =>
            texts["campaign-page.closes-soon", ("date", texts.Formats.Date(at, view.Zone)), ("left", texts.Formats.DaysLeft(view.DaysLeft))],
        { State: PageState.Open, ClosesAt: { } at } => texts["campaign-page.closes", ("date", texts.Formats.Date(at, view.Zone))],
        _ => texts["campaign-page.reference", ("number", view.Reference.ToString(System.Globalization.CultureInfo.InvariantCulture))],
    };

    public static string Entry(Localiser texts, TimelineEntry entry) => entry.Kind switch
    {
        "milestone" => texts["timeline.milestone", ("count", entry.Number ?? 0)],
        UpdateTimeline.Kind => texts["updates.number", ("number", entry.Number ?? 0)],
        _ => texts["timeline." + entry.Kind],
    };
}
