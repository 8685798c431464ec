using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Core.Text;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Drafting;

/// <summary>Goal, dates in the campaign's zone, and what surrounds the words.</summary>
public sealed class DetailsForm : StepForm
{
    private const int EligibilityRoom = 400;

    public string? Goal { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public DateOnly? OpensOn { get; set; }

    public string? TimeZone { get; set; }

    public string? Topic { get; set; }

    public string? Country { get; set; }

    public bool AsksPostcode { get; set; }

    public bool PublicNames { get; set; }

    /// <summary>Words like those of the petition: locked once it is public.</summary>
    public string? Eligibility { get; set; }

    public string? Slug { get; set; }

    private int? Number { get; set; }

    private DateTimeOffset? ClosesAt { get; set; }

    private DateTimeOffset? OpensAt { get; set; }

    public override bool WouldLose => (!string.IsNullOrEmpty(Goal) && Number is null) || Eligibility?.Length > EligibilityRoom;

    public override void Load(Campaign campaign)
    {
        var zone = CampaignDates.Zone(campaign.TimeZone);
        Goal = campaign.Goal?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        ClosesOn = campaign.ClosesAt is { } closes ? CampaignDates.DayOf(closes, zone) : null;
        OpensOn = campaign.OpensAt is { } opens ? CampaignDates.DayOf(opens, zone) : null;
        (TimeZone, Topic, Country, Slug) = (zone.Id, campaign.Topic, campaign.Country, campaign.Slug);
        (AsksPostcode, PublicNames, Eligibility) = (campaign.AsksPostcode, campaign.PublicNames, campaign.Eligibility);
    }

    public override void Check(ModelStateDictionary state, StepContext context)
    {
        Goal = CleanText.SingleLine(Goal);
        Number = DraftRules.ReadNumber(Goal);
        if (Goal.Length > 0 && (Number is null || Number <= context.Count || Number > DraftRules.HighestGoal))
        {
            state.AddModelError(nameof(Goal), $"desk.goal-range?min={context.Count + 1}&max={DraftRules.HighestGoal}");
        }

        if (!CampaignDates.Zones.Contains(TimeZone))
        {
            state.AddModelError(nameof(TimeZone), "error.choose");
        }

        CheckDates(state, context);
        Eligibility = CleanText.SingleLine(Eligibility);
        DraftRules.Check(state, nameof(Eligibility), Eligibility, "eligibility", DraftRules.LongestEligibility, required: false);
        Topic = Topics.IsKnown(Topic) ? Topic : null;
        Country = Countries.IsKnown(Country) ? Country : null;
        Slug = CleanText.SingleLine(Slug).ToLowerInvariant();
        if (!Core.Text.Slug.IsValid(Slug))
        {
            state.AddModelError(nameof(Slug), "desk.slug-invalid");
        }
    }

    public override void Save(Campaign campaign, StepContext context)
    {
        if (DraftRules.CanEdit(campaign.Status) && Eligibility?.Length <= EligibilityRoom)
        {
            campaign.AskOfSigners(Eligibility);
        }

        var live = campaign.Status == CampaignStatus.Published;
        if (live && (ClosesAt is null || !DatesFit(context)))
        {
            // A public campaign never stands with dates that make no sense, not even while they are typed.
            return;
        }

        campaign.Configure(new CampaignSettings(
            Topic,
            Country,
            live && !GoalFits(context) ? campaign.Goal : string.IsNullOrEmpty(Goal) ? null : Number is > 0 and <= DraftRules.HighestGoal ? Number : campaign.Goal,
            OpensAt,
            ClosesAt,
            CampaignDates.Zone(TimeZone).Id,
            AsksPostcode,
            PublicNames), context.Now);
    }

    private void CheckDates(ModelStateDictionary state, StepContext context)
    {
        var zone = CampaignDates.Zone(TimeZone);
        ClosesAt = ClosesOn is { } closes ? CampaignDates.EndOf(closes, zone) : null;
        OpensAt = OpensOn is { } opens ? CampaignDates.StartOf(opens, zone) : null;
        // A field that could not be read has its own words already.
        if (state[nameof(ClosesOn)]?.Errors.Count is null or 0)
        {
            var problem = ClosesAt switch
            {
                null => "desk.closing-missing",
                _ when ClosesAt <= context.Now => "desk.closing-past",
                _ when ClosesAt > context.Now.AddYears(Campaign.LongestRunYears) => "desk.closing-late",
                _ when OpensAt >= ClosesAt => "desk.closing-before-opening",
                _ => null,
            };
            if (problem is not null)
            {
                state.AddModelError(nameof(ClosesOn), problem);
            }
        }
    }

    private bool GoalFits(StepContext context) => string.IsNullOrEmpty(Goal) || (Number > context.Count && Number <= DraftRules.HighestGoal);

    private bool DatesFit(StepContext context) =>
        ClosesAt > context.Now && ClosesAt <= context.Now.AddYears(Campaign.LongestRunYears) && !(OpensAt >= ClosesAt);
}
