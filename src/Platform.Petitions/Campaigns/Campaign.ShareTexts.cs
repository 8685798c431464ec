namespace Platform.Petitions.Campaigns;

public sealed partial class Campaign
{
    /// <summary>In one language at the same time: more would each be seen too seldom to be compared.</summary>
    public const int MostShareTextsAtOnce = 4;

    /// <summary>Ever: each has a source code for every channel, and a campaign is counted by 200 codes.</summary>
    public const int MostShareTexts = 20;

    /// <summary>All that were ever offered, in the order of their numbers. They stand in the campaign's row, so no page reads more for them.</summary>
    public List<ShareText> ShareTexts { get; private set; } = [];

    public int ShareTextsLeft => MostShareTexts - ShareTexts.Count;

    /// <summary>Strangers are shown them.</summary>
    public bool MayOfferShareTexts => Status == CampaignStatus.Published;

    /// <summary>What goes with a share of the words in a language. They began together and take turns, so what each brings may be compared.</summary>
    public IReadOnlyList<ShareText> SharedIn(string language) => [.. ShareTexts.Where(t => t.IsOffered && t.Language == language)];

    /// <summary>Takes the place of whatever was offered in the language.</summary>
    /// <param name="newest">The newest signature's number.</param>
    /// <returns>False when there may be none now, or not so many.</returns>
    public bool OfferShareTexts(string language, IReadOnlyList<string> words, long newest, DateTimeOffset now)
    {
        if (!MayOfferShareTexts || words.Count is 0 or > MostShareTextsAtOnce || words.Count > ShareTextsLeft)
        {
            return false;
        }

        KeepShareText(language, null, newest, now);
        ShareTexts.AddRange(words.Select((text, place) => new ShareText(ShareTexts.Count + 1 + place, language, text, newest, now)).ToList());
        return true;
    }

    /// <summary>Ends the comparison in a language: one goes on, or the usual words do.</summary>
    /// <param name="number">Null for the usual words.</param>
    /// <returns>False when that one is not offered.</returns>
    public bool KeepShareText(string language, int? number, long newest, DateTimeOffset now)
    {
        var offered = SharedIn(language);
        if (number is not null && offered.All(t => t.Number != number))
        {
            return false;
        }

        foreach (var text in offered.Where(t => t.Number != number))
        {
            text.End(newest, now);
        }

        return true;
    }

    /// <summary>By staff, for good: put back, it would have been offered less than the others.</summary>
    /// <returns>False when it is not offered.</returns>
    public bool RemoveShareText(int number, string because, long newest, DateTimeOffset now)
    {
        if (ShareTexts.SingleOrDefault(t => t.Number == number && t.IsOffered) is not { } text)
        {
            return false;
        }

        text.End(newest, now);
        text.Remove(because);
        return true;
    }
}
