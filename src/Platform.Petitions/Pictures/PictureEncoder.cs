using NetVips;

namespace Platform.Petitions.Pictures;

/// <summary>Turns an upload into our own files. Nothing of the original is kept: neither its bytes nor its metadata.</summary>
internal static class PictureEncoder
{
    public const int LargeWidth = 1200;
    public const int SmallWidth = 640;
    public const int MostBytes = 15 * 1024 * 1024;
    public const long MostPixels = 40_000_000;
    private const int SmallestSide = 200;
    private const int Quality = 80;

    static PictureEncoder()
    {
        NetVips.NetVips.Concurrency = 1;
        // Loaders that were never hardened against hostile files (SVG, PDF, ImageMagick) stay shut.
        NetVips.NetVips.BlockUntrusted = true;
    }

    public static PictureOutcome Encode(byte[] upload)
    {
        if (upload.Length > MostBytes)
        {
            return new PictureOutcome.Refused(PictureProblem.TooLarge);
        }

        if (!IsKnownType(upload))
        {
            return new PictureOutcome.Refused(PictureProblem.WrongType);
        }

        try
        {
            using var header = Image.NewFromBuffer(upload, access: Enums.Access.Sequential, failOn: Enums.FailOn.Error);
            if ((long)header.Width * header.PageHeight > MostPixels)
            {
                return new PictureOutcome.Refused(PictureProblem.TooManyPixels);
            }

            return Math.Min(header.Width, header.PageHeight) < SmallestSide
                ? new PictureOutcome.Refused(PictureProblem.TooSmall)
                : Reencode(upload);
        }
        catch (VipsException)
        {
            return new PictureOutcome.Refused(PictureProblem.Unreadable);
        }
    }

    private static PictureOutcome.Encoded Reencode(byte[] upload)
    {
        var files = new Dictionary<string, byte[]>();
        var (width, height) = (0, 0);
        foreach (var wanted in new[] { SmallWidth, LargeWidth })
        {
            // Thumbnail turns the picture upright by its own note and never enlarges it.
            using var scaled = Image.ThumbnailBuffer(upload, wanted, height: 10_000, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
            using var flat = scaled.HasAlpha() ? scaled.Flatten(background: [255, 255, 255]) : scaled.Copy();

            // The upload is read as a stream, once; two files are made of it.
            using var pixels = flat.CopyMemory();
            files[$"{wanted}.webp"] = pixels.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
            files[$"{wanted}.jpg"] = pixels.JpegsaveBuffer(q: Quality, interlace: true, optimizeCoding: true, keep: Enums.ForeignKeep.None);
            (width, height) = (pixels.Width, pixels.Height);
        }

        return new PictureOutcome.Encoded(width, height, files);
    }

    /// <summary>By the first bytes, whatever name or type the sender gives: JPEG, PNG, WebP, GIF.</summary>
    public static bool IsKnownType(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
        || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
        || bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)
        || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8));
}

internal enum PictureProblem
{
    WrongType,
    TooLarge,
    TooManyPixels,
    TooSmall,
    Unreadable,
}

internal abstract record PictureOutcome
{
    /// <param name="Width">Of the large version.</param>
    /// <param name="Files">By name: <c>1200.webp</c>, <c>1200.jpg</c>, <c>640.webp</c>, <c>640.jpg</c>.</param>
    public sealed record Encoded(int Width, int Height, IReadOnlyDictionary<string, byte[]> Files) : PictureOutcome;

    public sealed record Refused(PictureProblem Problem) : PictureOutcome;
}
