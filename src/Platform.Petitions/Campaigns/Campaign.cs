using Platform.Core.Tenancy;
using Platform.Petitions.Pictures;

namespace Platform.Petitions.Campaigns;

/// <summary>A petition: who asks whom for what, until when. Its words live in <see cref="CampaignText"/>, its count in CampaignCount.</summary>
public sealed partial class Campaign : ITenantOwned
{
    public const int LongestRunYears = 2;

    private Campaign()
    {
    }

    public Campaign(Guid createdBy, string slug, string language, string timeZone)
    {
        Id = Guid.CreateVersion7();
        CreatedBy = createdBy;
        Slug = slug;
        Language = language;
        TimeZone = timeZone;
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Number for people: in search boxes, letters and mails.</summary>
    public int Reference { get; private set; }

    public string Slug { get; private set; } = "";

    public CampaignStatus Status { get; private set; }

    /// <summary>The organiser who is answerable; moves with a transfer.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>Language the petition was first written in; further texts are translations under the same count.</summary>
    public string Language { get; private set; } = "en";

    public string? Topic { get; private set; }

    /// <summary>ISO 3166 alpha-2 of the country it is about; preselected in the form.</summary>
    public string? Country { get; private set; }

    /// <summary>The organiser's own goal; null climbs the ladder.</summary>
    public int? Goal { get; private set; }

    public DateTimeOffset? OpensAt { get; private set; }

    /// <summary>Last instant of signing. Required before submitting.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>IANA name of the zone the closing date is said in.</summary>
    public string TimeZone { get; private set; } = "UTC";

    public bool AsksPostcode { get; private set; }

    /// <summary>Signers may choose to be shown as "Maxine K."; off shows nobody's name.</summary>
    public bool PublicNames { get; private set; } = true;

    /// <summary>What a signer has to be able to say, in the campaign's own language: "I live in Toronto". Null asks nothing.</summary>
    public string? Eligibility { get; private set; }

    public Guid? PictureId { get; private set; }

    public string? PictureAlt { get; private set; }

    public int? PictureX { get; private set; }

    public int? PictureY { get; private set; }

    /// <summary>What no crop may lose; null for the middle.</summary>
    public FocalPoint? PictureFocus => (PictureX, PictureY) is ({ } x, { } y) ? new FocalPoint(x, y) : null;

    public List<DecisionMaker> DecisionMakers { get; private set; } = [];

    public List<CampaignLink> Links { get; private set; } = [];

    public List<CampaignText> Texts { get; private set; } = [];

    /// <summary>Number of the newest wording approved for the public; 0 before publication.</summary>
    public int TextVersion { get; private set; }

    /// <summary>Newest wording that co-sponsors could sign before publication; it is not written over.</summary>
    public int SealedVersion { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset EditedAt { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Null while live by link and unlisted, waiting for review.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public ClosingReason? ClosedBecause { get; private set; }

    /// <summary>The organiser's or staff's words on the last move, shown where the move is shown.</summary>
    public string? Explanation { get; private set; }

    public string? RejectionCode { get; private set; }

    /// <summary>No public page, whatever the reason code says.</summary>
    public bool Hidden { get; private set; }

    public ReviewMark Mark { get; private set; }

    public Guid? ClaimedBy { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>Until then who signs is asked for a calculation, because the campaign is under attack.</summary>
    public DateTimeOffset? ChallengedUntil { get; private set; }

    /// <summary>A note by the platform, shown on the page.</summary>
    public string? PublicNote { get; private set; }

    /// <summary>Hash of the secret in the co-sponsor link.</summary>
    public byte[]? CoSponsorKeyHash { get; private set; }

    /// <summary>Optimistic concurrency (PostgreSQL's xmin).</summary>
    public uint Version { get; private set; }

    public bool IsEditable => Status is CampaignStatus.Draft or CampaignStatus.ChangesRequested;

    /// <summary>Live by link; the review is still to come.</summary>
    public bool IsUnreviewed => Status == CampaignStatus.Published && ReviewedAt is null;

    public bool IsListed => Status is CampaignStatus.Published or CampaignStatus.Closed or CampaignStatus.Archived && ReviewedAt is not null && !Hidden;

    /// <summary>The page shows the petition's words to everybody.</summary>
    public bool HasPublicPage => Status is CampaignStatus.Published or CampaignStatus.Closed or CampaignStatus.Archived
        || (Status == CampaignStatus.Rejected && !Hidden);

    public bool IsOpen(DateTimeOffset now) => Status == CampaignStatus.Published && (OpensAt is null || OpensAt <= now) && now < ClosesAt;

    /// <summary>The newest approved wording in a language; before publication the draft itself.</summary>
    public CampaignText? TextIn(string language) =>
        Texts.Where(t => t.Language == language && (TextVersion == 0 || t.ApprovedAt is not null)).MaxBy(t => t.Version);

    public CampaignText MainText => TextIn(Language) ?? Texts[0];

    public string Title => Texts.Count == 0 ? "" : MainText.Title;
}
