using System.Globalization;
using System.Xml;
using Platform.Petitions.Indexing;

namespace Platform.Petitions.Feeds;

internal static class AtomWriter
{
    public const string ContentType = "application/atom+xml; charset=utf-8";
    public const string LinkType = "application/atom+xml";

    /// <summary>What older readers ask for when they mean any feed.</summary>
    public const string AnyXml = "application/xml";

    public const string OldXml = "text/xml";
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static string Write(AtomFeed feed) => XmlPages.Of(xml =>
    {
        xml.WriteStartElement("feed", Atom);
        xml.WriteAttributeString("xml", "lang", null, feed.Language);
        Text(xml, "id", feed.Id);
        Text(xml, "title", feed.Title);
        Text(xml, "updated", Time(feed.UpdatedAt));
        Link(xml, "self", LinkType, feed.Self);
        Link(xml, "alternate", "text/html", feed.Page);
        foreach (var entry in feed.Entries)
        {
            Write(xml, entry);
        }

        xml.WriteEndElement();
    });

    private static void Write(XmlWriter xml, AtomEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, entry.Language);
        Text(xml, "id", entry.Id);
        Text(xml, "title", entry.Title);
        Text(xml, "published", Time(entry.PublishedAt));
        Text(xml, "updated", Time(entry.UpdatedAt));
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", entry.Author);
        xml.WriteEndElement();
        Link(xml, "alternate", "text/html", entry.Page);
        if (entry.Topic is var (code, name))
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", code);
            xml.WriteAttributeString("label", name);
            xml.WriteEndElement();
        }

        if (entry.Summary is { Length: > 0 } summary)
        {
            Text(xml, "summary", summary);
        }

        xml.WriteEndElement();
    }

    // Words without a type are plain text there: nobody's reader takes an angle bracket in a title for a tag.
    private static void Text(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, XmlPages.Clean(value));

    private static void Link(XmlWriter xml, string relation, string type, Uri to)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", to.AbsoluteUri);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
