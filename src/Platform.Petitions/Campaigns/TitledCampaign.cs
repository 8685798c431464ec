namespace Platform.Petitions.Campaigns;

/// <summary>A campaign under the title its makers and staff know it by: the newest one, approved or not, in its own language if there is one.</summary>
public sealed class TitledCampaign
{
    public required Campaign Campaign { get; init; }

    public required string Title { get; init; }
}
