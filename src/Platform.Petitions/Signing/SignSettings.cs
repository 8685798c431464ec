using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Signing;

/// <summary>What the form needs from its campaign; used by every page that shows the form.</summary>
public static class SignSettings
{
    /// <param name="root">What stands before the campaign's slug in a link; see TenantContext.Root.</param>
    public static SignSetting Of(GateCampaign campaign, string root, DateTimeOffset now) =>
        new($"{root}/{campaign.Slug}/sign", campaign.Organisation, campaign.AsksPostcode, campaign.PublicNames, campaign.Country, "/about/privacy")
        {
            Eligibility = campaign.Eligibility,
            Language = campaign.Language,
            Challenge = campaign.IsChallenged(now) ? ChallengeOf($"{root}/{campaign.Slug}") : null,
        };

    public static SignSetting Of(CampaignView campaign) =>
        new(campaign.Address + "/sign", campaign.OrganisationName, campaign.AsksPostcode, campaign.PublicNames, campaign.Country, "/about/privacy")
        {
            Eligibility = campaign.Eligibility,
            Language = campaign.OriginalLanguage,
            Challenge = campaign.Challenged ? ChallengeOf(campaign.Address) : null,
        };

    /// <param name="address">Local address of the campaign's page.</param>
    private static string ChallengeOf(string address) => address + "/challenge";
}
