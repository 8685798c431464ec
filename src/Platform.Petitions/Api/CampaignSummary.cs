using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Directory;

namespace Platform.Petitions.Api;

/// <summary>A petition as a line of a list.</summary>
/// <param name="Reference">The number people know it by.</param>
/// <param name="Url">Its page.</param>
/// <param name="Language">Of the title.</param>
/// <param name="Goal">The next goal: always above the count.</param>
/// <param name="ClosesAt">Only while it is open.</param>
public sealed record CampaignSummary(
    Guid Id, int Reference, Uri Url, string Title, string Language, OrganisationName Organisation, PageState State, string? Topic, string? Country, long Count, long Goal,
    DateTimeOffset? PublishedAt, DateTimeOffset? ClosesAt, Uri? Picture, IReadOnlyList<DecisionMakerName>? DecisionMakers)
{
    internal static CampaignSummary Of(ListedCampaign listed, Links links) => new(
        listed.Id, listed.Reference, listed.PublicAddress, listed.Title, listed.Language, new OrganisationName(listed.OrganisationSlug, listed.OrganisationName),
        listed.Open ? PageState.Open : PageState.Closed, listed.Topic, listed.Country, listed.Count, listed.Goal, listed.PublishedAt, listed.Open ? listed.ClosesAt : null,
        listed.Picture is { } picture ? links.To(picture.Address + "/640.webp") : null, DecisionMakerName.Of(listed.DecisionMakers));
}

public sealed record OrganisationName(string Slug, string Name);

/// <summary>Who is asked.</summary>
public sealed record DecisionMakerName(string? Name, string Office, string? Place)
{
    internal static IReadOnlyList<DecisionMakerName>? Of(IReadOnlyList<DecisionMaker> all) =>
        all.Count == 0 ? null : [.. all.Select(d => new DecisionMakerName(d.Name, d.Office, d.Place))];
}
