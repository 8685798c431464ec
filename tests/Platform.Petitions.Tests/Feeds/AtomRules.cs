using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Platform.Petitions.Tests.Feeds;

/// <summary>What RFC 4287 asks of a feed and its entries (4.1.1, 4.1.2, 4.2), and RFC 4151 of their names.</summary>
internal static partial class AtomRules
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly HashSet<string> OfFeeds = ["id", "title", "updated", "link", "entry"];
    private static readonly HashSet<string> OfEntries = ["id", "title", "published", "updated", "author", "link", "category", "summary"];

    public static IReadOnlyList<string> Broken(XDocument document, string address)
    {
        var feed = document.Root!;
        var entries = feed.Elements(Atom + "entry").ToList();
        return
        [
            .. Check(feed.Name == Atom + "feed", "the root is atom:feed"),
            .. Head(feed, OfFeeds),
            .. Check(Links(feed, "self").SequenceEqual([address]), $"one link to itself at {address}: {string.Join(' ', Links(feed, "self"))}"),
            .. Check(entries.Count > 0 || address.Contains("trending", StringComparison.Ordinal), "entries"),
            .. Check(entries.Select(e => (string?)e.Element(Atom + "id")).Distinct().Count() == entries.Count, "no two entries with one id"),
            .. entries.SelectMany(e => Head(e, OfEntries)),
            .. entries.SelectMany(e => Check(e.Elements(Atom + "author").Count(a => !string.IsNullOrWhiteSpace((string?)a.Element(Atom + "name"))) == 1, "an author with a name in each entry")),
            .. entries.SelectMany(e => Check(IsTime((string?)e.Element(Atom + "published")), "the time of publication")),
            .. Check(!entries.Exists(e => string.CompareOrdinal((string?)e.Element(Atom + "updated"), (string?)feed.Element(Atom + "updated")) > 0), "no entry newer than the feed"),
        ];
    }

    private static IEnumerable<string> Head(XElement element, HashSet<string> known) =>
    [
        .. Check(element.Elements(Atom + "id").Count() == 1 && Tag().IsMatch((string?)element.Element(Atom + "id") ?? ""), $"one id that is a tag: {(string?)element.Element(Atom + "id")}"),
        .. Check(element.Elements(Atom + "title").Count() == 1 && !string.IsNullOrWhiteSpace((string?)element.Element(Atom + "title")), "one title"),
        .. Check(element.Elements(Atom + "updated").Count() == 1 && IsTime((string?)element.Element(Atom + "updated")), "one time of the last change"),
        .. Check(Links(element, "alternate").Count == 1, "one link to the page"),
        .. Check(element.Attribute(XNamespace.Xml + "lang") is { Value.Length: >= 2 }, "its language"),
        .. element.Elements().Where(e => e.Name.Namespace != Atom || !known.Contains(e.Name.LocalName)).Select(e => $"no {e.Name} in {element.Name.LocalName}"),
    ];

    private static List<string> Links(XElement element, string relation) =>
        [.. element.Elements(Atom + "link").Where(l => l.Attribute("rel")?.Value == relation && Uri.IsWellFormedUriString(l.Attribute("href")?.Value, UriKind.Absolute)).Select(l => l.Attribute("href")!.Value)];

    private static bool IsTime(string? text) => DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static IEnumerable<string> Check(bool holds, string rule) => holds ? [] : [rule];

    [GeneratedRegex(@"^tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:[a-z0-9/-]+$")]
    private static partial Regex Tag();
}
