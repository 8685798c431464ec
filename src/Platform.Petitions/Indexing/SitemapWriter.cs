using System.Globalization;
using System.Xml;

namespace Platform.Petitions.Indexing;

/// <summary>Writes lists of addresses as sitemaps.org and search engines define them.</summary>
internal static class SitemapWriter
{
    public const string ContentType = "application/xml; charset=utf-8";

    /// <summary>Bytes that are collected before they are sent.</summary>
    public const int Held = 32 * 1024;
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

    public static string Part(IEnumerable<SitemapPage> pages) => XmlPages.Of(xml =>
    {
        Begin(xml);
        foreach (var page in pages)
        {
            Write(xml, page);
        }

        xml.WriteEndElement();
    });

    /// <summary>The same while the pages are still being read. Holds no more of it than <see cref="Held"/> and one page.</summary>
    /// <param name="pages">Moved to its first page.</param>
    /// <param name="any">Whether it has one.</param>
    public static async Task WriteAsync(IAsyncEnumerator<SitemapPage> pages, bool any, Stream to, CancellationToken ct)
    {
        using var held = new MemoryStream();
        using (var xml = XmlWriter.Create(held, XmlPages.Settings))
        {
            Begin(xml);
            for (var more = any; more; more = await pages.MoveNextAsync())
            {
                Write(xml, pages.Current);
                xml.Flush();
                if (held.Length >= Held)
                {
                    await SendAsync(held, to, ct);
                }
            }

            xml.WriteEndElement();
        }

        await SendAsync(held, to, ct);
    }

    private static async Task SendAsync(MemoryStream held, Stream to, CancellationToken ct)
    {
        await to.WriteAsync(held.GetBuffer().AsMemory(0, (int)held.Length), ct);
        held.SetLength(0);
    }

    private static void Begin(XmlWriter xml)
    {
        xml.WriteStartElement("urlset", Sitemap);
        xml.WriteAttributeString("xmlns", "xhtml", null, Html);
    }

    /// <summary>Each page once for each language it speaks, and each of them with all the others beside it.</summary>
    private static void Write(XmlWriter xml, SitemapPage page)
    {
        foreach (var address in page.Languages.Select(l => l.Address).Append(page.Address).Distinct())
        {
            Write(xml, page, address);
        }
    }

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
public sealed record SitemapPage(Uri Address, IReadOnlyList<LanguageLink> Languages, DateTimeOffset? ChangedAt = null);
