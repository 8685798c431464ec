using Platform.Petitions.Directory;

namespace Platform.Petitions.Api;

/// <summary>A part of a list of petitions.</summary>
/// <param name="Total">Petitions over all parts.</param>
/// <param name="Corrected">The words that were searched for instead of mistyped ones.</param>
/// <param name="Facets">How to narrow the list, and how many that leaves; null where petitions were asked for by their ids.</param>
public sealed record CampaignList(long Total, string? Corrected, IReadOnlyList<CampaignSummary> Items, CampaignFacets? Facets, PageLinks Links);

/// <summary>Each way to narrow the list counts with the other choices kept.</summary>
public sealed record CampaignFacets(IReadOnlyList<Facet> State, IReadOnlyList<Facet> Topic, IReadOnlyList<Facet> Country, IReadOnlyList<Facet> Language);
