using System.Text;
using System.Xml;

namespace Platform.Petitions.Indexing;

/// <summary>Documents that programs read.</summary>
internal static class XmlPages
{
    public static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    public static string Of(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            write(xml);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Without the characters that no document may hold, not even escaped: words were written for pages, where they do no harm.</summary>
    public static string Clean(string text) =>
        text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => !r.IsBmp || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));
}
