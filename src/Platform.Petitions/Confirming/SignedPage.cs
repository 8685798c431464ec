using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Sharing;
using Platform.Petitions.ShareTexts;
using Platform.Petitions.Signing;

namespace Platform.Petitions.Confirming;

/// <summary>"You are the 2,272nd", and the plain links to pass it on.</summary>
/// <param name="From">The petition's address for others, with a source code.</param>
public sealed record SignedPage(string Title, string CampaignPath, Func<string, Uri> From, long Number, string? Name, bool PublicNames)
{
    public Guid Campaign { get; init; }

    /// <summary>The organiser's words for a share, where it is the turn of any.</summary>
    public ShareText? ShareText { get; init; }

    public Uri Address { get; } = From("signer");

    public QrCode Code => QrCode.Of(Address.AbsoluteUri);

    /// <summary>What the organisation also asks for; signing it takes one click in this browser.</summary>
    public IReadOnlyList<OtherCampaign> Others { get; init; } = [];

    public static SignedPage Of(GateCampaign campaign, string path, SignedForm signed, string language, IServiceProvider services)
    {
        var page = services.GetRequiredService<Links>().Campaign(campaign.OrganisationSlug, campaign.Slug);
        var spoken = language == campaign.Language ? "" : $"&lang={language}";
        return new SignedPage(campaign.TitleIn(language), path, source => new Uri($"{page}?from={source}{spoken}"), signed.Number!.Value, signed.Name, campaign.PublicNames)
        {
            Campaign = campaign.Id,
            ShareText = ShareTurn.Of(campaign.SharedIn(language), signed.Number.Value),
        };
    }
}
