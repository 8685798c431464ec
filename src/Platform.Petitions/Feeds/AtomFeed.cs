namespace Platform.Petitions.Feeds;

/// <summary>What programs follow, as RFC 4287 defines it.</summary>
/// <param name="Id">The same for ever, wherever the platform lives.</param>
/// <param name="Language">Of the feed's own words.</param>
/// <param name="Self">Where the feed is.</param>
/// <param name="Page">Where people read the same.</param>
public sealed record AtomFeed(string Id, string Title, string Language, Uri Self, Uri Page, DateTimeOffset UpdatedAt, IReadOnlyList<AtomEntry> Entries);

/// <summary>A petition, or something that happened to one.</summary>
/// <param name="Author">The organisation.</param>
public sealed record AtomEntry(string Id, string Title, string Language, Uri Page, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, string Author)
{
    public string? Summary { get; init; }

    /// <summary>Code and name of its topic.</summary>
    public (string Code, string Name)? Topic { get; init; }
}
