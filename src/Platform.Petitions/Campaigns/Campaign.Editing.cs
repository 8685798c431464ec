using Platform.Petitions.Pictures;

namespace Platform.Petitions.Campaigns;

public sealed partial class Campaign
{
    /// <summary>What the organiser sets beside the words.</summary>
    public void Configure(CampaignSettings settings, DateTimeOffset now)
    {
        Topic = settings.Topic;
        Country = settings.Country;
        Goal = settings.Goal;
        OpensAt = settings.OpensAt;
        ClosesAt = settings.ClosesAt;
        TimeZone = settings.TimeZone;
        AsksPostcode = settings.AsksPostcode;
        PublicNames = settings.PublicNames;
        EditedAt = now;
    }

    /// <summary>Part of what is signed, so it is set before publication only.</summary>
    public void AskOfSigners(string? statement) => Eligibility = string.IsNullOrEmpty(statement) ? null : statement;

    public void Rename(string slug) => Slug = slug;

    public void AskOf(IEnumerable<DecisionMaker> decisionMakers)
    {
        DecisionMakers.Clear();
        DecisionMakers.AddRange(decisionMakers);
    }

    public void LinkTo(IEnumerable<CampaignLink> links)
    {
        Links.Clear();
        Links.AddRange(links);
    }

    /// <summary>Another picture begins without a point that matters.</summary>
    public void Show(Guid? pictureId, string? alt)
    {
        var focus = pictureId == PictureId ? PictureFocus : null;
        PictureId = pictureId;
        PictureAlt = alt;
        FocusOn(focus);
    }

    /// <param name="point">Nothing without a picture.</param>
    public void FocusOn(FocalPoint? point) => (PictureX, PictureY) = PictureId is null ? (null, null) : (point?.X, point?.Y);

    public void SpeakIn(string language) => Language = language;

    /// <summary>Writes the draft's words; a new version of them once co-sponsors stand behind the old; a correction that waits for a moderator once it is public.</summary>
    public CampaignText Write(string language, string title, string demand, string body, Guid author, DateTimeOffset now)
    {
        var newest = Texts.Where(t => t.Language == language).MaxBy(t => t.Version);
        if (newest is null || newest.ApprovedAt is not null || newest.Version <= SealedVersion)
        {
            newest = new CampaignText(Id, language, (Texts.Count == 0 ? 0 : Texts.Max(t => t.Version)) + 1, author);
            Texts.Add(newest);
        }

        newest.Write(title, demand, body, author, now);
        EditedAt = now;
        return newest;
    }

    /// <summary>A moderator lets a waiting wording become the public one.</summary>
    public void ApproveText(CampaignText text, Guid moderator, DateTimeOffset now)
    {
        text.Approve(moderator, now);
        TextVersion = Math.Max(TextVersion, text.Version);
    }

    public void Annotate(string? publicNote) => PublicNote = publicNote;

    /// <param name="until">Null ends it.</param>
    public void Challenge(DateTimeOffset? until) => ChallengedUntil = until;

    public void TransferTo(Guid user) => CreatedBy = user;

    /// <summary>From here on people put their names under these words: a later draft is another version.</summary>
    public void OfferCoSponsorLink(byte[] keyHash)
    {
        CoSponsorKeyHash = keyHash;
        SealedVersion = Texts.Max(t => t.Version);
    }

    public void Claim(Guid? moderator, DateTimeOffset now)
    {
        ClaimedBy = moderator;
        ClaimedAt = moderator is null ? null : now;
    }

    /// <summary>Flags, parks or brings back; only what waits for review carries a mark.</summary>
    public MoveRefusal Put(ReviewMark mark)
    {
        if (Status != CampaignStatus.Submitted || Mark == mark)
        {
            return MoveRefusal.NotFromHere;
        }

        Mark = mark;
        return MoveRefusal.None;
    }

    /// <summary>The hide tick, whatever the reason's code says; only a rejected campaign has one.</summary>
    public MoveRefusal Hide(bool hidden)
    {
        if (Status != CampaignStatus.Rejected)
        {
            return MoveRefusal.NotFromHere;
        }

        Hidden = hidden;
        return MoveRefusal.None;
    }

    /// <summary>Staff correct a wording before publication: always a version of its own, beside what the organiser wrote.</summary>
    public CampaignText WriteAsStaff(string language, string title, string demand, string body, Guid moderator, DateTimeOffset now)
    {
        var text = new CampaignText(Id, language, Texts.Max(t => t.Version) + 1, moderator);
        text.Write(title, demand, body, moderator, now);
        Texts.Add(text);
        return text;
    }

    /// <summary>Wordings written after publication that no moderator has decided on.</summary>
    public IEnumerable<CampaignText> WaitingTexts =>
        TextVersion == 0 ? [] : Texts.Where(t => t.ApprovedAt is null && t.RefusedAt is null && !Texts.Any(o => o.Language == t.Language && o.Version > t.Version));
}

/// <summary>What surrounds a petition's words.</summary>
public sealed record CampaignSettings(
    string? Topic,
    string? Country,
    int? Goal,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    string TimeZone,
    bool AsksPostcode,
    bool PublicNames);
