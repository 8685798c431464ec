using Platform.Petitions.Campaigns;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Directory;

/// <summary>A campaign as a line of a list.</summary>
public sealed record ListedCampaign
{
    public required Guid Id { get; init; }

    /// <summary>Where its page is, from here.</summary>
    public required string Address { get; init; }

    /// <summary>Where its page is for other sites and programs.</summary>
    public required Uri PublicAddress { get; init; }

    public int Reference { get; init; }

    public string OrganisationSlug { get; init; } = "";

    public required string OrganisationName { get; init; }

    /// <summary>Language of the title.</summary>
    public required string Language { get; init; }

    /// <summary>False when the title is a translation.</summary>
    public bool Original { get; init; }

    public required string Title { get; init; }

    public PictureView? Picture { get; init; }

    public IReadOnlyList<DecisionMaker> DecisionMakers { get; init; } = [];

    public long Count { get; init; }

    public long Goal { get; init; }

    /// <summary>What the list is about, in lists of what is growing or signed near the reader; else null.</summary>
    public ListedNote? Note { get; init; }

    public string? Topic { get; init; }

    /// <summary>The country it is about.</summary>
    public string? Country { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public bool Open { get; init; }

    public DateTimeOffset? ClosesAt { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}

/// <summary>A number beside a petition, with the key of the text that says what it counts.</summary>
/// <param name="Country">The country that text names.</param>
/// <param name="Region">How the postcodes begin that it names.</param>
public sealed record ListedNote(string Key, long Count, string? Country = null, string? Region = null);
