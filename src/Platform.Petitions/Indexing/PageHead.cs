using System.Globalization;
using System.Text.Json.Nodes;

namespace Platform.Petitions.Indexing;

/// <summary>What a page tells search engines, and other sites that show its card. A page without one is not for them: it says noindex.</summary>
/// <param name="Canonical">The one address of these words in this language.</param>
/// <param name="Language">Language of the words.</param>
public sealed record PageHead(Uri Canonical, string Title, string Description, string Language)
{
    /// <summary>False for a page that is shared by its link only: it has a card and stands in no search engine.</summary>
    public bool Indexed { get; init; } = true;

    /// <summary>Where the same page speaks which language; <c>x-default</c> for readers of any other.</summary>
    public IReadOnlyList<LanguageLink> Languages { get; init; } = [];

    /// <summary>What programs can follow instead of the page.</summary>
    public IReadOnlyList<FeedLink> Feeds { get; init; } = [];

    /// <summary>Describes how to show the page inside another, as oembed.com says.</summary>
    public Uri? Embed { get; init; }

    public HeadPicture? Picture { get; init; }

    /// <summary>Objects in the terms of schema.org.</summary>
    public IReadOnlyList<JsonObject> Things { get; init; } = [];

    /// <summary>The language as cards name it, with the country it is first spoken in: <c>fa_IR</c>.</summary>
    public string Locale => CultureInfo.CreateSpecificCulture(Language).Name.Replace('-', '_');
}

/// <param name="Language">A BCP 47 code or <c>x-default</c>.</param>
public sealed record LanguageLink(string Language, Uri Address)
{
    public const string AnyOther = "x-default";
}

public sealed record FeedLink(string Title, Uri Address);

public sealed record HeadPicture(Uri Address, int Width, int Height, string Alt);
