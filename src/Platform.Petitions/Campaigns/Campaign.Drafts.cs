namespace Platform.Petitions.Campaigns;

public sealed partial class Campaign
{
    /// <summary>The newest wording in a language, approved, refused or neither: what its organiser goes on writing.</summary>
    public CampaignText? DraftIn(string language) => Texts.Where(t => t.Language == language).MaxBy(t => t.Version);

    /// <summary>The newest wording in a language that nobody refused: what staff look at.</summary>
    public CampaignText? NewestIn(string language) => Texts.Where(t => t.Language == language && t.RefusedAt is null).MaxBy(t => t.Version);

    /// <summary>Not a correction: the public has nothing to read in its language yet.</summary>
    public bool IsTranslation(CampaignText text) => TextVersion > 0 && !Texts.Any(t => t.Language == text.Language && t.ApprovedAt is not null && t.Version < text.Version);

    /// <summary>A correction or translation that is not public, waiting or refused: its organiser may drop it. Null where there is none.</summary>
    public CampaignText? CorrectionIn(string language) => TextVersion > 0 && DraftIn(language) is { ApprovedAt: null } text && text.Version > SealedVersion ? text : null;

    /// <returns>False when there is nothing to drop.</returns>
    public bool DropCorrection(string language, DateTimeOffset now)
    {
        if (CorrectionIn(language) is not { } text)
        {
            return false;
        }

        Texts.Remove(text);
        Touch(now);
        return true;
    }

    /// <summary>The draft turns out to be in another language: its words go along and the old wording goes.</summary>
    public void MoveDraftTo(string language, Guid author, DateTimeOffset now)
    {
        var (from, old) = (DraftIn(Language), Texts.Where(t => t.Language == Language && t.ApprovedAt is null && t.Version > SealedVersion).ToList());
        if (DraftIn(language) is null)
        {
            Write(language, from?.Title ?? "", from?.Demand ?? "", from?.Body ?? "", author, now);
            old.ForEach(t => Texts.Remove(t));
        }

        SpeakIn(language);
    }

    /// <summary>Something about it changed: two who edit at once meet here.</summary>
    public void Touch(DateTimeOffset now) => EditedAt = now;
}
