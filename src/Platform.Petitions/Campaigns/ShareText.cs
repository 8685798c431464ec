using System.Globalization;

namespace Platform.Petitions.Campaigns;

/// <summary>Words an organiser wrote to go with a link that is passed on. Its number stands in the codes of those links, so it is never given twice.</summary>
public sealed class ShareText
{
    private ShareText()
    {
    }

    public ShareText(int number, string language, string words, long from, DateTimeOffset now) =>
        (Number, Language, Words, From, BegunAt) = (number, language, words, from, now);

    public int Number { get; private set; }

    /// <summary>Of the petition's words it goes with.</summary>
    public string Language { get; private set; } = "";

    public string Words { get; private set; } = "";

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The newest signature's number when it began: those after it were offered it.</summary>
    public long From { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The newest signature's number when it ended.</summary>
    public long? Until { get; private set; }

    /// <summary>Why staff took it off the pages.</summary>
    public string? RemovedBecause { get; private set; }

    public bool IsOffered => EndedAt is null;

    /// <summary>Source code of signatures that come by a link these words went with.</summary>
    /// <param name="channel">One of <c>ShareChannels</c>.</param>
    public string CodeFor(string channel) => string.Create(CultureInfo.InvariantCulture, $"share{Number}-{channel}");

    internal void End(long until, DateTimeOffset now) => (Until, EndedAt) = (until, now);

    internal void Remove(string because) => RemovedBecause = because;
}
