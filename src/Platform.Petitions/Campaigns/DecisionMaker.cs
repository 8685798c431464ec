namespace Platform.Petitions.Campaigns;

/// <summary>Who can change it: for example Name "Jason Kenney", Office "Minister of Immigration", Place "Canada".</summary>
public sealed class DecisionMaker
{
    public string? Name { get; init; }

    public string Office { get; init; } = "";

    public string? Place { get; init; }
}

public sealed class CampaignLink
{
    public string Label { get; init; } = "";

    public string Url { get; init; } = "";
}
