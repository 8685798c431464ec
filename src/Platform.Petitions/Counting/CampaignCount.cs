using Platform.Core.Tenancy;

namespace Platform.Petitions.Counting;

/// <summary>The count: equals the rows at every commit. Written by the batch writers and the recount only.</summary>
public sealed class CampaignCount : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; init; }

    /// <summary>Signatures that count: the number on the page.</summary>
    public long Confirmed { get; private set; }

    /// <summary>The last signer number given; never goes back.</summary>
    public long Numbered { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }
}

/// <summary>Signatures that count, by the UTC day they were confirmed on.</summary>
public sealed class CampaignDay : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    public DateOnly Day { get; private set; }

    public long Confirmed { get; private set; }
}

/// <summary>Signatures that count, by country.</summary>
public sealed class CampaignArea : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; private set; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string Country { get; private set; } = "";

    public long Confirmed { get; private set; }
}

/// <summary>Everything that was ever submitted, in whatever state it is now. Apart from the count, so that signing and confirming never wait for each other.</summary>
public sealed class CampaignSubmissions : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid CampaignId { get; init; }

    public long Submitted { get; private set; }
}
