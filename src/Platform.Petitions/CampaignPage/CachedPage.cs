using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Petitions.CampaignPage;

/// <summary>A finished answer: its bytes as they are and compressed, and the tag that tells whether a reader has them already.</summary>
public sealed class CachedPage
{
    private const int TagLength = 12;

    private CachedPage(int status, string contentType, string language, byte[] plain, Guid? about)
    {
        About = about;
        Status = status;
        ContentType = contentType;
        Language = language;
        Plain = plain;
        Brotli = Compress(plain, to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 }));
        Gzip = Compress(plain, to => new GZipStream(to, CompressionLevel.Optimal));
        ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, TagLength))}\"";
    }

    /// <summary>The campaign whose changes make this copy old at once.</summary>
    public Guid? About { get; }

    public int Status { get; }

    public string ContentType { get; }

    public string Language { get; }

    /// <summary>What browsers let this page do, where that is not what they let all pages.</summary>
    public string? ContentPolicy { get; init; }

    /// <summary>Where the next part is of what stands in parts.</summary>
    public Uri? Next { get; private init; }

    public byte[] Plain { get; }

    public byte[] Brotli { get; }

    public byte[] Gzip { get; }

    /// <summary>Weak: the same page in another compression has the same tag.</summary>
    public string ETag { get; }

    /// <summary>What it costs to keep.</summary>
    public long Bytes => Plain.LongLength + Brotli.LongLength + Gzip.LongLength;

    public static CachedPage Html(int status, string language, string html, Guid? about = null, string? policy = null) =>
        new(status, "text/html; charset=utf-8", language, Encoding.UTF8.GetBytes(html), about) { ContentPolicy = policy };

    /// <param name="link">Where the next part of it is.</param>
    public static CachedPage Of(string contentType, string text, Guid? about = null, int status = 200, Uri? link = null) =>
        new(status, contentType, "", Encoding.UTF8.GetBytes(text), about) { Next = link };

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream(plain.Length / 2);
        using (var stream = open(target))
        {
            stream.Write(plain);
        }

        return target.ToArray();
    }
}
