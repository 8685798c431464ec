using Platform.Petitions.Campaigns;

namespace Platform.Petitions.CoSponsors;

/// <summary>What the secret link does.</summary>
public enum CoSponsorStage
{
    /// <summary>Opens the form: the campaign gathers, or is in review.</summary>
    Open,

    /// <summary>As many as the organisation takes; says so.</summary>
    Full,

    /// <summary>Its organiser is changing the words; says so.</summary>
    Paused,

    /// <summary>Leads to the campaign's own page, which speaks for itself.</summary>
    Elsewhere,

    /// <summary>Opens nothing.</summary>
    Gone,
}

internal static class CoSponsorStages
{
    public static CoSponsorStage Of(Campaign campaign, int taken, int most) => campaign.Status switch
    {
        CampaignStatus.Gathering or CampaignStatus.Submitted => taken < most ? CoSponsorStage.Open : CoSponsorStage.Full,
        CampaignStatus.Draft or CampaignStatus.ChangesRequested => CoSponsorStage.Paused,
        CampaignStatus.Rejected when campaign.Hidden => CoSponsorStage.Gone,
        _ => CoSponsorStage.Elsewhere,
    };
}
