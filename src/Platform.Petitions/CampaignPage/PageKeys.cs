using Platform.Core.Tenancy;

namespace Platform.Petitions.CampaignPage;

/// <summary>Under what the cache keeps pages that two ways lead to.</summary>
internal static class PageKeys
{
    /// <param name="asked">The language the address names, if it does.</param>
    public static object Campaign(TenantContext tenant, string slug, string? asked) => ("campaign", tenant.Id, tenant.Root, slug, asked);

    public static object Count(TenantContext tenant, string slug) => ("count", tenant.Id, slug);
}
