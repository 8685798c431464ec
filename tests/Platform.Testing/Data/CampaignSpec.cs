using Platform.Petitions.Campaigns;

namespace Platform.Testing.Data;

/// <summary>What a test wants a campaign to be; complete as it stands.</summary>
public sealed class CampaignSpec
{
    public string Title { get; set; } = "Bring Kavoos home";

    public string Demand { get; set; } = "Reopen his case and let him stay.";

    public string Body { get; set; } = "Kavoos has lived here for **eleven years**.";

    public string Language { get; set; } = "en";

    public string? Slug { get; set; }

    public string? Topic { get; set; }

    public string? Country { get; set; } = "CA";

    public int? Goal { get; set; }

    public string TimeZone { get; set; } = "America/Toronto";

    public DateTimeOffset? OpensAt { get; set; }

    public DateTimeOffset? ClosesAt { get; set; } = TimeProvider.System.GetUtcNow().AddDays(30);

    public bool AsksPostcode { get; set; }

    public string? Eligibility { get; set; }

    public bool PublicNames { get; set; } = true;

    public List<DecisionMaker> DecisionMakers { get; } = [new() { Name = "Jason Kenney", Office = "Minister of Immigration", Place = "Canada" }];

    public List<CampaignLink> Links { get; } = [];

    /// <summary>Further wordings: language, title, demand, body.</summary>
    public List<(string Language, string Title, string Demand, string Body)> Translations { get; } = [];

    /// <summary>Words on the move that led to the wanted state.</summary>
    public string Explanation { get; set; } = "Because of the rules.";

    public string RejectionCode { get; set; } = "other";

    public bool Hidden { get; set; }

    /// <summary>False publishes by link only.</summary>
    public bool Reviewed { get; set; } = true;

    public ClosingReason ClosedBecause { get; set; } = ClosingReason.Won;

    public CampaignSettings Settings => new(Topic, Country, Goal, OpensAt, ClosesAt, TimeZone, AsksPostcode, PublicNames);
}
