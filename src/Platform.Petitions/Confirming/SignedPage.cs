using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.Sharing;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Confirming;

/// <summary>"You are the 2,272nd", and the plain links to pass it on.</summary>
public sealed record SignedPage(string Title, string CampaignPath, Uri Address, long Number, string? Name, bool PublicNames, QrCode Code)
{
    public Guid Campaign { get; init; }

    /// <summary>What the organisation also asks for; signing it takes one click in this browser.</summary>
    public IReadOnlyList<OtherCampaign> Others { get; init; } = [];

    public static SignedPage Of(GateCampaign campaign, string path, SignedForm signed, string language, IServiceProvider services)
    {
        var address = services.GetRequiredService<Links>().Campaign(campaign.OrganisationSlug, campaign.Slug);
        var shared = new Uri(address + "?from=signer" + (language == campaign.Language ? "" : "&lang=" + language));
        return new SignedPage(campaign.TitleIn(language), path, shared, signed.Number!.Value, signed.Name, campaign.PublicNames, QrCode.Of(shared.AbsoluteUri)) { Campaign = campaign.Id };
    }
}
