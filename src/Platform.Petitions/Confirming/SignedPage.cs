using Microsoft.Extensions.DependencyInjection;
using Platform.Core.Tenancy;
using Platform.Petitions.Signing;
using QRCoder;

namespace Platform.Petitions.Confirming;

/// <summary>"You are the 2,272nd", and the plain links to pass it on.</summary>
public sealed record SignedPage(string Title, string CampaignPath, Uri Address, long Number, string? Name, bool PublicNames, string QrPath, int QrSize)
{
    public Guid Campaign { get; init; }

    /// <summary>What the organisation also asks for; signing it takes one click in this browser.</summary>
    public IReadOnlyList<OtherCampaign> Others { get; init; } = [];

    public static SignedPage Of(GateCampaign campaign, string path, SignedForm signed, string language, IServiceProvider services)
    {
        var address = services.GetRequiredService<Links>().Campaign(campaign.OrganisationSlug, campaign.Slug);
        var shared = new Uri(address + "?from=signer" + (language == campaign.Language ? "" : "&lang=" + language));
        using var data = QRCodeGenerator.GenerateQrCode(shared.ToString(), QRCodeGenerator.ECCLevel.M);
        return new SignedPage(campaign.TitleIn(language), path, shared, signed.Number!.Value, signed.Name, campaign.PublicNames, PathOf(data), data.ModuleMatrix.Count) { Campaign = campaign.Id };
    }

    /// <summary>One SVG path of the dark squares, a unit each.</summary>
    private static string PathOf(QRCodeData data)
    {
        var path = new System.Text.StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            {
                if (data.ModuleMatrix[y][x])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return path.ToString();
    }
}
