using NetVips;

namespace Platform.Petitions.Pictures;

/// <summary>Turns an upload into our own files. Nothing of the original is kept: neither its bytes nor its metadata.</summary>
internal static class PictureEncoder
{
    public const int MostBytes = 15 * 1024 * 1024;
    public const long MostPixels = 40_000_000;
    private const int SmallestSide = 200;
    private const int Tallest = 10_000;
    private const int SourceQuality = 92;
    private const int Quality = 80;

    // About as good to the eye as the others at their 80, for half the bytes; more effort would save some percent for twice the time.
    private const int AvifQuality = 52;
    private const int AvifEffort = 2;
    private const int Sample = 32;

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

    /// <summary>One of the sizes, from <see cref="PictureOutcome.Encoded.Source"/>.</summary>
    public static byte[] Resize(byte[] source, PictureFile file)
    {
        using var scaled = Image.ThumbnailBuffer(source, file.Width, height: Tallest, size: Enums.Size.Down);
        return file.Format.Ending switch
        {
            "avif" => scaled.HeifsaveBuffer(q: AvifQuality, compression: Enums.ForeignHeifCompression.Av1, effort: AvifEffort, keep: Enums.ForeignKeep.None),
            "webp" => scaled.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None),
            _ => scaled.JpegsaveBuffer(q: Quality, interlace: true, optimizeCoding: true, keep: Enums.ForeignKeep.None),
        };
    }

    private static PictureOutcome.Encoded Reencode(byte[] upload)
    {
        // Thumbnail turns the picture upright by its own note and never enlarges it.
        using var scaled = Image.ThumbnailBuffer(upload, PictureFile.Largest, height: Tallest, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
        using var flat = scaled.HasAlpha() ? scaled.Flatten(background: [255, 255, 255]) : scaled.Copy();
        using var coloured = flat.Colourspace(Enums.Interpretation.Srgb);

        // The upload is read as a stream, once; file and colour are made of it.
        using var pixels = coloured.CopyMemory();
        var source = pixels.JpegsaveBuffer(q: SourceQuality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        return new PictureOutcome.Encoded(pixels.Width, pixels.Height, ColourOf(pixels), source);
    }

    /// <summary>The mean of the commonest of 512 kinds of colour; the mean of all would be the same mud for most pictures.</summary>
    private static string ColourOf(Image picture)
    {
        using var small = picture.ThumbnailImage(Sample, height: Sample, size: Enums.Size.Force);
        var commonest = small.WriteToMemory<byte>().Chunk(3).GroupBy(pixel => (pixel[0] >> 5, pixel[1] >> 5, pixel[2] >> 5)).MaxBy(kind => kind.Count())!;
        return Convert.ToHexStringLower([.. Enumerable.Range(0, 3).Select(band => (byte)commonest.Average(pixel => pixel[band]))]);
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
    /// <param name="Source">A JPEG of the largest size, from which all others are made.</param>
    /// <param name="Colour">What it is mostly made of, as six hexadecimal digits.</param>
    public sealed record Encoded(int Width, int Height, string Colour, byte[] Source) : PictureOutcome;

    public sealed record Refused(PictureProblem Problem) : PictureOutcome;
}
