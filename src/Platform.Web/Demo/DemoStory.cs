using Platform.Petitions.Campaigns;

namespace Platform.Web.Demo;

/// <summary>An organisation of the demo and what it asks for.</summary>
internal sealed record DemoStory(string Slug, string Name, string Language, string Place, string About, IReadOnlyList<DemoCampaign> Campaigns);

internal sealed record DemoCampaign(string Slug, CampaignStatus Status, string Language, string Country, string TimeZone, string Topic)
{
    public required IReadOnlyList<DemoText> Texts { get; init; }

    public required IReadOnlyList<DecisionMaker> AskedOf { get; init; }

    public IReadOnlyList<CampaignLink> Links { get; init; } = [];

    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DemoUpdate> Updates { get; init; } = [];

    /// <summary>Names of the last to sign, newest first.</summary>
    public IReadOnlyList<string> Newest { get; init; } = [];

    public int? Goal { get; init; }

    /// <summary>One of the drawings in the folder Pictures, and what it shows.</summary>
    public (string File, string Alt)? Picture { get; init; }

    /// <summary>Confirmed signers.</summary>
    public int Signers { get; init; }

    /// <summary>From today; negative for what is over.</summary>
    public int ClosesInDays { get; init; } = 60;

    public int StartedDaysAgo { get; init; } = 20;

    public bool AsksPostcode { get; init; }

    public ClosingReason ClosedBecause { get; init; } = ClosingReason.Time;

    /// <summary>What the organiser or a moderator said on the last move.</summary>
    public string? Words { get; init; }
}

internal sealed record DemoUpdate(int DaysAgo, string Language, string Title, string Body);

internal sealed record DemoText(string Language, string Title, string Demand, string Body);
