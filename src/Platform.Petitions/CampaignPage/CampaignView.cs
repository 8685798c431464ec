using Microsoft.AspNetCore.Html;
using Platform.Petitions.Branding;
using Platform.Petitions.Campaigns;
using Platform.Petitions.Directory;
using Platform.Petitions.Pictures;
using Platform.Petitions.Updates;

namespace Platform.Petitions.CampaignPage;

/// <summary>Everything a campaign's page shows. What a state does not show was never loaded.</summary>
public sealed record CampaignView
{
    public required Guid Id { get; init; }

    public required PageState State { get; init; }

    /// <summary>A look before publication: complete, but nothing on it can be sent.</summary>
    public bool Preview { get; init; }

    public required int Reference { get; init; }

    public required string OrganisationName { get; init; }

    /// <summary>Local address of the organisation's page.</summary>
    public required string OrganisationAddress { get; init; }

    public string? Place { get; init; }

    /// <summary>The organisation's colour on light ground, for what is painted and not styled; null for the platform's.</summary>
    public Rgb? Accent { get; init; }

    /// <summary>Local address of this page, without a final slash.</summary>
    public required string Address { get; init; }

    /// <summary>Address for other sites, mails and cards.</summary>
    public required Uri PublicAddress { get; init; }

    /// <summary>The organisation's page for other sites.</summary>
    public required Uri PublicOrganisation { get; init; }

    /// <summary>Language the campaign was written in.</summary>
    public required string OriginalLanguage { get; init; }

    /// <summary>Language of the words below; differs from the reader's when there is no such translation.</summary>
    public required string TextLanguage { get; init; }

    /// <summary>Languages the words can be read in, the original first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public string Title { get; init; } = "";

    public string Demand { get; init; } = "";

    public IHtmlContent Body { get; init; } = HtmlString.Empty;

    /// <summary>The words in short, for descriptions and cards.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The wording a signature from this page is bound to.</summary>
    public int TextVersion { get; init; }

    /// <summary>True when there is more than one approved wording to compare.</summary>
    public bool HasHistory { get; init; }

    public IReadOnlyList<DecisionMaker> DecisionMakers { get; init; } = [];

    public IReadOnlyList<CampaignLink> Links { get; init; } = [];

    public PictureView? Picture { get; init; }

    public long Count { get; init; }

    /// <summary>Always above the count.</summary>
    public long Goal { get; init; }

    public int Percent { get; init; }

    public IReadOnlyList<SignerLine> Signers { get; init; } = [];

    public IReadOnlyList<SignerVoice> Voices { get; init; } = [];

    public IReadOnlyList<AreaShare> Areas { get; init; } = [];

    /// <summary>Regions of the country most signers are in, where postcodes are asked for.</summary>
    public IReadOnlyList<AreaShare> Regions { get; init; } = [];

    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    public UpdateGlance Updates { get; init; } = UpdateGlance.None;

    /// <summary>Number the next signer will probably get.</summary>
    public long NextNumber { get; init; }

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The database's time when this was read.</summary>
    public required DateTimeOffset Now { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? OpensAt { get; init; }

    public DateTimeOffset? ClosesAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public ClosingReason? ClosedBecause { get; init; }

    /// <summary>Signed before closing, confirmed until then still counts; null once that has passed.</summary>
    public DateTimeOffset? ConfirmableUntil { get; init; }

    /// <summary>Words on why it was closed early, rejected or removed.</summary>
    public string? Explanation { get; init; }

    /// <summary>What came of it, once its organiser has said so.</summary>
    public Outcome? Outcome { get; init; }

    public string? OutcomeWords { get; init; }

    /// <summary>The reason's public wording from the moderators' list.</summary>
    public string? RejectionReason { get; init; }

    public string? RejectionCode { get; init; }

    public string? PublicNote { get; init; }

    public bool AsksPostcode { get; init; }

    public bool PublicNames { get; init; }

    /// <summary>What a signer has to be able to say, in the original language; null asks nothing.</summary>
    public string? Eligibility { get; init; }

    public string? Topic { get; init; }

    /// <summary>Preselected in the form.</summary>
    public string? Country { get; init; }

    /// <summary>Open petitions that ask for nearly the same.</summary>
    public IReadOnlyList<ListedCampaign> Similar { get; init; } = [];

    /// <summary>Under attack: the form asks for a calculation.</summary>
    public bool Challenged { get; init; }

    public int CoSponsors { get; init; }

    public int CoSponsorsNeeded { get; init; }

    /// <summary>May stand in search engines.</summary>
    public bool Indexed { get; init; }

    /// <summary>The organiser's words for a share; they take turns.</summary>
    public IReadOnlyList<ShareText> ShareTexts { get; init; } = [];

    public PageRule Rule => PageRule.Of(State);

    public bool TakesSignatures => Rule.Form;

    /// <summary>People may be asked to sign: now, or soon.</summary>
    public bool IsGathering => State is PageState.Open or PageState.Upcoming or PageState.Paused;

    public string TextDirection => TextDirections.Of(TextLanguage);

    /// <param name="path">Begins with a slash.</param>
    public Uri PublicBelow(string path) => new(PublicAddress.AbsoluteUri + path);

    /// <summary>Where a link leads that says where it was found, in the language of the words beside it.</summary>
    /// <param name="source">Source code that signatures will carry.</param>
    public Uri From(string source) => PublicBelow($"?from={source}{(TextLanguage == OriginalLanguage ? "" : $"&lang={TextLanguage}")}");

    public int DaysLeft => ClosesAt is { } at ? (int)Math.Floor((at - Now).TotalDays) : 0;
}

/// <summary>A line of the ruled sheet. Who asked not to be shown has no name here, so no page can show it.</summary>
/// <param name="Name">"Maxine K.", or null.</param>
/// <param name="Country">ISO code, or null where the campaign shows nobody.</param>
public sealed record SignerLine(long Number, string? Name, string? Country, DateTimeOffset At);

/// <summary>Why somebody signed.</summary>
public sealed record SignerVoice(long Number, string Reason, string? Name, string? Country, DateTimeOffset At)
{
    /// <summary>For those who may do something with it.</summary>
    public Guid Signature { get; init; }

    public long Thanks { get; init; }

    /// <summary>Chosen by the organiser to stand first.</summary>
    public bool Pinned { get; init; }
}
