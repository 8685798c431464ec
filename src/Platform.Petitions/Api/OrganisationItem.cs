namespace Platform.Petitions.Api;

/// <summary>Who runs petitions here.</summary>
/// <param name="About">Safe HTML.</param>
/// <param name="Campaigns">Petitions that lists show.</param>
public sealed record OrganisationItem(string Slug, string Name, Uri Url, string Language, string? Place, string? Website, string? About, long Campaigns);

/// <summary>A part of the list of organisations that have something to show, by their slugs.</summary>
public sealed record OrganisationList(IReadOnlyList<OrganisationItem> Items, PageLinks Links);
