namespace Platform.Petitions.CampaignPage;

/// <summary>What the links to pass something on lead to.</summary>
/// <param name="Address">For other sites.</param>
public sealed record ShareTarget(string Title, Uri Address);
