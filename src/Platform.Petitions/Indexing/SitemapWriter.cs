using System.Globalization;
using System.Xml;

namespace Platform.Petitions.Indexing;

/// <summary>Writes lists of addresses as sitemaps.org and search engines define them.</summary>
internal static class SitemapWriter
{
    public const string ContentType = "application/xml; charset=utf-8";
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Html = "http://www.w3.org/1999/xhtml";

    public static string Index(IEnumerable<Uri> parts) => XmlPages.Of(xml =>
    {
        xml.WriteStartElement("sitemapindex", Sitemap);
        foreach (var part in parts)
        {
            xml.WriteStartElement("sitemap", Sitemap);
            xml.WriteElementString("loc", Sitemap, part.AbsoluteUri);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    /// <summary>Each page once for each language it speaks, and each of them with all the others beside it.</summary>
    public static string Part(IEnumerable<SitemapPage> pages) => XmlPages.Of(xml =>
    {
        xml.WriteStartElement("urlset", Sitemap);
        xml.WriteAttributeString("xmlns", "xhtml", null, Html);
        foreach (var page in pages)
        {
            foreach (var address in page.Languages.Select(l => l.Address).Append(page.Address).Distinct())
            {
                Write(xml, page, address);
            }
        }

        xml.WriteEndElement();
    });

    private static void Write(XmlWriter xml, SitemapPage page, Uri address)
    {
        xml.WriteStartElement("url", Sitemap);
        xml.WriteElementString("loc", Sitemap, address.AbsoluteUri);
        if (page.ChangedAt is { } at)
        {
            xml.WriteElementString("lastmod", Sitemap, at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }

        foreach (var link in page.Languages)
        {
            xml.WriteStartElement("xhtml", "link", Html);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", link.Language);
            xml.WriteAttributeString("href", link.Address.AbsoluteUri);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}

/// <summary>A page that search engines may show.</summary>
/// <param name="Address">In its main language.</param>
/// <param name="Languages">Where it speaks which; empty when it speaks one only.</param>
internal sealed record SitemapPage(Uri Address, IReadOnlyList<LanguageLink> Languages, DateTimeOffset? ChangedAt = null);
