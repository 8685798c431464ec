namespace Platform.Petitions.Campaigns;

/// <summary>Conditions on campaigns that SQL can answer.</summary>
public static class CampaignQueries
{
    /// <summary>What lists, search and feeds may show; the same as <see cref="Campaign.IsListed"/>.</summary>
    public static IQueryable<Campaign> Listed(this IQueryable<Campaign> campaigns) => campaigns.Where(c =>
        (c.Status == CampaignStatus.Published || c.Status == CampaignStatus.Closed || c.Status == CampaignStatus.Archived) && c.ReviewedAt != null && !c.Hidden);

    /// <summary>With the title for desks. What strangers read is chosen elsewhere: by their language, and approved.</summary>
    public static IQueryable<TitledCampaign> Titled(this IQueryable<Campaign> campaigns) => campaigns.Select(c => new TitledCampaign
    {
        Campaign = c,
        Title = c.Texts.OrderByDescending(t => t.Language == c.Language).ThenByDescending(t => t.Version).Select(t => t.Title).FirstOrDefault() ?? "",
    });
}
