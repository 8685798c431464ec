using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>Where signatures come from. No area holds fewer than ten; what is smaller is in the one without a country.</summary>
/// <param name="Items">Null while there are too few, and while the platform computes no statistics.</param>
public sealed record AreaList(IReadOnlyList<AreaShare>? Items);
