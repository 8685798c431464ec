using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Voices;

/// <summary>One reason in a list on a campaign's page or beside it.</summary>
public sealed record VoiceLine(SignerVoice Voice, CampaignView Campaign);
