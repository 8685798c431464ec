namespace Platform.Petitions.Directory;

/// <summary>The front page. Lists that would be empty, or say the same as another, are left out.</summary>
public sealed record HomeView(
    IReadOnlyList<ListedCampaign> Trending, IReadOnlyList<ListedCampaign> MostSigned, IReadOnlyList<ListedCampaign> Newest, IReadOnlyList<ListedCampaign> ClosingSoon, int OpenCount);
