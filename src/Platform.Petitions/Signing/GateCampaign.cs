using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Signing;

/// <summary>What signing must know of a campaign, from memory.</summary>
/// <param name="Approved">Versions a moderator let through; none before publication.</param>
public sealed record GateCampaign(
    Guid TenantId, Guid Id, string Slug, string OrganisationSlug, string Organisation, CampaignStatus Status, bool Hidden, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt,
    string Language, string? Country, bool AsksPostcode, bool PublicNames, IReadOnlySet<int> Approved, DateTimeOffset? ChallengedUntil, IReadOnlyDictionary<string, (string Title, int Version)> Wordings)
{
    /// <summary>What a signer has to be able to say; null asks nothing.</summary>
    public string? Eligibility { get; init; }

    /// <summary>The organiser's words for a share that are offered now.</summary>
    public IReadOnlyList<ShareText> ShareTexts { get; init; } = [];

    /// <summary>Those that go with the words somebody reads in a language.</summary>
    public IReadOnlyList<ShareText> SharedIn(string language) =>
        ShareTexts.Count == 0 ? [] : [.. ShareTexts.Where(t => t.Language == (Wordings.ContainsKey(language) ? language : Language))];

    /// <summary>The title in a language, else in the campaign's own.</summary>
    public string TitleIn(string language) => In(language).Title;

    /// <summary>Version of the wording somebody reads in a language.</summary>
    public int WordingIn(string language) => In(language).Version;

    /// <summary>Strangers may read its words; see Campaign.HasPublicPage.</summary>
    public bool HasPublicWords => Status is CampaignStatus.Published or CampaignStatus.Closed or CampaignStatus.Archived || (Status == CampaignStatus.Rejected && !Hidden);

    /// <summary>What a form showed, if the public could ever read it; else what is read in a language now.</summary>
    public int WordingOf(int shown, string language) => Approved.Contains(shown) ? shown : WordingIn(language);

    private (string Title, int Version) In(string language) =>
        Wordings.TryGetValue(language, out var wording) || Wordings.TryGetValue(Language, out wording) ? wording : ("", 0);

    /// <summary>Under attack: who signs is asked for a calculation.</summary>
    public bool IsChallenged(DateTimeOffset now) => now < ChallengedUntil;

    public bool IsOpen(DateTimeOffset now) => Status == CampaignStatus.Published && (OpensAt is null || OpensAt <= now) && now < ClosesAt;
}
