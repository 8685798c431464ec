using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Updates;

/// <summary>What is being written, and of what.</summary>
public sealed record UpdateWriting(Campaign Campaign, CampaignUpdate Update);
