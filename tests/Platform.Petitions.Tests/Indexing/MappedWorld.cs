using Platform.Petitions.Tests.CampaignPage;

namespace Platform.Petitions.Tests.Indexing;

/// <summary>A site whose map is split into small parts.</summary>
public sealed class MappedWorld : PublicWorld
{
    public const int PartSize = 3;

    protected override Dictionary<string, string?> Settings => new(base.Settings) { ["Sitemap:PartSize"] = PartSize.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
