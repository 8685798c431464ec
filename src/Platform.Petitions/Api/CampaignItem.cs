using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Platform.Core.Tenancy;
using Platform.Petitions.Campaigns;
using Platform.Petitions.CampaignPage;

namespace Platform.Petitions.Api;

/// <summary>A petition as its page shows it: what a state does not show is null.</summary>
public sealed record CampaignItem
{
    public required Guid Id { get; init; }

    public required int Reference { get; init; }

    public required Uri Url { get; init; }

    public required PageState State { get; init; }

    public required OrganisationName Organisation { get; init; }

    /// <summary>Of the words below.</summary>
    public required string Language { get; init; }

    /// <summary>In which it was written.</summary>
    public required string OriginalLanguage { get; init; }

    public required IReadOnlyList<string>? Languages { get; init; }

    public required string? Title { get; init; }

    public required string? Demand { get; init; }

    /// <summary>Safe HTML.</summary>
    public required string? Body { get; init; }

    public required IReadOnlyList<DecisionMakerName>? DecisionMakers { get; init; }

    public required IReadOnlyList<NamedLink>? Links { get; init; }

    public required PictureLink? Picture { get; init; }

    public required string? Topic { get; init; }

    public required string? Country { get; init; }

    /// <summary>What a signer has to be able to say.</summary>
    public required string? Eligibility { get; init; }

    /// <summary>Null where the page shows no count.</summary>
    public required CountItem? Signatures { get; init; }

    public required DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset? OpensAt { get; init; }

    /// <summary>Only until it closed.</summary>
    public required DateTimeOffset? ClosesAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required ClosingReason? ClosedBecause { get; init; }

    public required Outcome? Outcome { get; init; }

    /// <summary>The organiser's words on what came of it.</summary>
    public required string? OutcomeWords { get; init; }

    /// <summary>Why it was closed early or not accepted.</summary>
    public required string? Explanation { get; init; }

    /// <summary>The platform's wording of why it was not accepted.</summary>
    public required string? RejectionReason { get; init; }

    public static CampaignItem Of(CampaignView view, string organisation, Links links)
    {
        var (words, count) = (view.Rule.Words, view.Rule.Count);
        var over = view.State is PageState.Closed or PageState.Rejected or PageState.Suspended;
        return new CampaignItem
        {
            Id = view.Id,
            Reference = view.Reference,
            Url = view.PublicAddress,
            State = view.State,
            Organisation = new OrganisationName(organisation, view.OrganisationName),
            Language = view.TextLanguage,
            OriginalLanguage = view.OriginalLanguage,
            Languages = words ? view.Languages : null,
            Title = words ? view.Title : null,
            Demand = words ? view.Demand : null,
            Body = words ? Html(view.Body) : null,
            DecisionMakers = DecisionMakerName.Of(view.DecisionMakers),
            Links = view.Links.Count == 0 ? null : [.. view.Links.Select(l => new NamedLink(l.Label, l.Url))],
            Picture = view.Picture is { } picture ? new PictureLink(links.To(picture.Address + "/1200.jpg"), picture.Width, picture.Height, picture.Alt) : null,
            Topic = view.Topic,
            Country = view.Country,
            Eligibility = view.Eligibility,
            Signatures = count ? CountItem.Of(view) : null,
            PublishedAt = view.PublishedAt,
            OpensAt = over ? null : view.OpensAt,
            ClosesAt = over ? null : view.ClosesAt,
            ClosedAt = view.ClosedAt,
            ClosedBecause = view.ClosedBecause,
            Outcome = view.Outcome,
            OutcomeWords = view.OutcomeWords,
            Explanation = view.Explanation,
            RejectionReason = view.RejectionReason,
        };
    }

    private static string Html(IHtmlContent content)
    {
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        content.WriteTo(html, HtmlEncoder.Default);
        return html.ToString();
    }
}

public sealed record NamedLink(string Label, string Url);

public sealed record PictureLink(Uri Url, int Width, int Height, string Alt);
