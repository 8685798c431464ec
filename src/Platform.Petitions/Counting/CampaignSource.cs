using Platform.Core.Tenancy;

namespace Platform.Petitions.Counting;

/// <summary>Signatures that count, by the source code of the link they came by.</summary>
public sealed class CampaignSource : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public string Source { get; private set; } = "";

    public long Confirmed { get; private set; }
}

/// <summary>Signatures that count, by the beginning of their postcode, in campaigns that ask for one.</summary>
public sealed class CampaignRegion : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string Country { get; private set; } = "";

    /// <summary>As the database's <c>postcode_region</c> cuts it.</summary>
    public string Region { get; private set; } = "";

    public long Confirmed { get; private set; }
}
