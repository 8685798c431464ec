using Platform.Core.Tenancy;
using Platform.Petitions.CampaignPage;
using Platform.Petitions.Campaigns;

namespace Platform.Petitions.Updates;

/// <summary>News of a petition in its organisers' words, in one language: a draft until it is published, and then numbered for good.</summary>
public sealed class CampaignUpdate : ITenantOwned
{
    private CampaignUpdate()
    {
    }

    public CampaignUpdate(Guid campaign, string language, Guid author) => (CampaignId, Language, Author) = (campaign, language, author);

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid CampaignId { get; private set; }

    /// <summary>Of those published, in their order; one that was taken back keeps its number. Null while a draft.</summary>
    public int? Number { get; private set; }

    public string Language { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Who began it.</summary>
    public Guid Author { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? CorrectedAt { get; private set; }

    /// <summary>By its organisers.</summary>
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>By staff, who say why in <see cref="HiddenBecause"/>.</summary>
    public DateTimeOffset? HiddenAt { get; private set; }

    public string? HiddenBecause { get; private set; }

    public bool IsDraft => PublishedAt is null;

    /// <summary>Everybody can read it, as far as its petition can be read.</summary>
    public bool IsPublic => PublishedAt is not null && TakenBackAt is null && HiddenAt is null;

    /// <summary>May still be corrected or taken back.</summary>
    public bool IsStanding => PublishedAt is not null && TakenBackAt is null;

    public string Direction => TextDirections.Of(Language);

    /// <summary>Where a petition can have news: after it began and after it ended, as long as everybody reads it.</summary>
    public static bool MayBePublished(CampaignStatus status) => status is CampaignStatus.Published or CampaignStatus.Closed or CampaignStatus.Archived;

    /// <summary>Of a draft: all of it, right or wrong.</summary>
    public void Write(string language, string title, string body) => (Language, Title, Body) = (language, title, body);

    public void Publish(int number, DateTimeOffset now) => (Number, PublishedAt) = (number, now);

    /// <summary>The language stays, as it did for those who read it.</summary>
    public void Correct(string title, string body, DateTimeOffset now) => (Title, Body, CorrectedAt) = (title, body, now);

    public void TakeBack(DateTimeOffset now) => TakenBackAt = now;

    public void Hide(string because, DateTimeOffset now) => (HiddenAt, HiddenBecause) = (now, because);

    public void Show() => (HiddenAt, HiddenBecause) = (null, null);
}
