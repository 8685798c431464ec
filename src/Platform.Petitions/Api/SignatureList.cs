using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>A part of the public list of signatures, newest first.</summary>
public sealed record SignatureList(IReadOnlyList<SignerLine> Items, PageLinks Links);
