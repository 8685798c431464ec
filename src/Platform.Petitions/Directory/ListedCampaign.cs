using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Directory;

/// <summary>A campaign as a line of a list.</summary>
public sealed record ListedCampaign
{
    public required Guid Id { get; init; }

    /// <summary>Where its page is, from here.</summary>
    public required string Address { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>Language of the title.</summary>
    public required string Language { get; init; }

    /// <summary>False when the title is a translation.</summary>
    public bool Original { get; init; }

    public required string Title { get; init; }

    /// <summary>Small version of its picture; null without one.</summary>
    public ListedPicture? Picture { get; init; }

    public IReadOnlyList<DecisionMaker> DecisionMakers { get; init; } = [];

    public long Count { get; init; }

    public long Goal { get; init; }

    /// <summary>Signatures of the last day, in the list of what is growing; else null.</summary>
    public long? Growth { get; init; }

    public bool Open { get; init; }

    public DateTimeOffset? ClosesAt { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}

/// <summary>As it lies there; lists cut all to one shape.</summary>
public sealed record ListedPicture(string Address, int Width, int Height);
